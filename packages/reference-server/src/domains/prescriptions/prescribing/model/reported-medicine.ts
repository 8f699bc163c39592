import type { CheckedMedication } from '../../../../vendors/drug-checks/provider.ts'
import type { MedicationSet } from '../../kernel/model/medication-set.ts'

/** More entries with the same words are not read to find one that is exactly these words. */
const searchLimit = 50

/**
 * A reported medicine as the checks compare it. By its code, or by words that are exactly the name of a medication or of an ingredient of
 * the set. Anything else has no ingredients, so that the checks say that they do not know it: a similar name is another medicine.
 */
export const checkedReport = (
  medications: MedicationSet,
  { rxcui, name }: { readonly rxcui?: string; readonly name: string },
): CheckedMedication => {
  const coded = rxcui === undefined ? null : medications.find(rxcui)
  if (coded) return coded.medication
  if (rxcui !== undefined) return { rxcui, name, ingredients: [] }
  const words = plain(name)
  const found = medications.search(name, searchLimit)
  const same = found.find((each) => plain(each.name) === words)
  if (same) return same
  const ingredient = found.flatMap(({ ingredients }) => ingredients).find((each) => plain(each.name) === words)
  return { rxcui: '', name, ingredients: ingredient ? [ingredient] : [] }
}

const plain = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ').toLowerCase()
