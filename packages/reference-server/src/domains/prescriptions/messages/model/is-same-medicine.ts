import type { ScriptMedication } from '../../../../vendors/pharmacy/script/script-message.ts'
import type { MedicationSet } from '../../kernel/model/medication-set.ts'
import type { Medication } from '../../kernel/model/medication-pack.ts'
import { medicineWords } from '../../kernel/model/medicine-words.ts'

/**
 * Whether a pharmacy's medicine has the ingredients of the prescribed one: a generic, a brand and another strength do. A code (RxNorm) that
 * is known must have all of them and no other; a description must name one of them, if it names any. What says neither is another one.
 */
export const isSameMedicine = (
  { description, code }: Pick<ScriptMedication, 'description' | 'code'>,
  prescribed: Pick<Medication, 'rxcui' | 'ingredients'>,
  medications: Pick<MedicationSet, 'find' | 'ingredientsNamed'>,
): boolean => {
  const own = new Set(prescribed.ingredients.map(({ rxcui }) => rxcui))
  const coded =
    code === undefined || code.rxcui === prescribed.rxcui ? null : (medications.find(code.rxcui)?.medication ?? null)
  const others = coded?.ingredients.map(({ rxcui }) => rxcui)
  if (others && (others.length !== own.size || !others.every((each) => own.has(each)))) return false
  const text = joined(description)
  // The set may have lost an ingredient since.
  if (prescribed.ingredients.some(({ name }) => text.includes(joined(name)))) return true
  const named = medications.ingredientsNamed(description)
  if (named.size > 0) return !named.isDisjointFrom(own)
  return coded !== null || code?.rxcui === prescribed.rxcui
}

const joined = (text: string): string => ` ${medicineWords(text).join(' ')} `
