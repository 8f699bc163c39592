import { describe, expect, it } from 'vitest'
import { loadMedications } from '../../medications/packs/load-medications.ts'
import { isSameMedicine } from './is-same-medicine.ts'

const { set } = await loadMedications()
const named = (name: string) => {
  const found = set.search(name, 99).find((each) => each.name === name)
  if (!found) throw new Error(`the set has no ${name}`)
  return found
}
const sildenafil = named('sildenafil 100 MG Oral Tablet [Viagra]')
const amoxicillin = set.search('amoxicillin', 99).find(({ ingredients }) => ingredients.length === 1)
const clavulanate = named('amoxicillin 875 MG / clavulanate 125 MG Oral Tablet')
const penicillin = set.search('penicillin V', 1)[0]
const lisinopril = set.search('lisinopril', 1)[0]
if (!amoxicillin || !penicillin || !lisinopril) throw new Error('the set has changed')

const code = (rxcui: string) => ({ rxcui, qualifier: 'SCD' as const })
const unknown = '99999999'

describe('a pharmacy’s report of', () => {
  it.each([
    ['its own code and description', lisinopril, lisinopril.name, lisinopril.rxcui],
    ['its own code, in a pharmacy’s words', lisinopril, 'ZESTR TB 10', lisinopril.rxcui],
    ['its name without a code', lisinopril, 'LISINOPRIL TAB 20MG', undefined],
    ['its name with a code that is not in the set', lisinopril, 'Lisinopril 2.5 mg', unknown],
    ['the generic of a brand', sildenafil, 'Sildenafil Citrate 100 mg tab', undefined],
    ['the brand, without a code', sildenafil, 'VIAGRA 100 MG TABS', undefined],
    ['both ingredients', clavulanate, 'Amoxicillin/Clavulanate K 875-125', undefined],
    ['a salt', penicillin, 'PENICILLIN V POTASSIUM 500MG', undefined],
  ])('%s: it is the prescribed medicine', (_, prescribed, description, rxcui) => {
    expect(isSameMedicine({ description, ...(rxcui && { code: code(rxcui) }) }, prescribed, set)).toBe(true)
  })

  it('the code of each entry that has the same ingredients, and no other code, is of the prescribed medicine', () => {
    const sameAs = (one: typeof lisinopril, other: typeof lisinopril): boolean =>
      one.ingredients
        .map(({ rxcui }) => rxcui)
        .toSorted()
        .join() ===
      other.ingredients
        .map(({ rxcui }) => rxcui)
        .toSorted()
        .join()
    const all = [lisinopril, sildenafil, amoxicillin, clavulanate, penicillin]
    for (const prescribed of all)
      for (const other of all)
        expect(isSameMedicine({ description: other.name, code: code(other.rxcui) }, prescribed, set)).toBe(
          sameAs(prescribed, other),
        )
  })
})

describe('a pharmacy’s report with', () => {
  it.each([
    ['another code, with our name', lisinopril, lisinopril.name, sildenafil.rxcui],
    ['our code, with another name', lisinopril, 'Viagra 100 MG', lisinopril.rxcui],
    ['one ingredient more', amoxicillin, clavulanate.name, clavulanate.rxcui],
    ['one ingredient less', clavulanate, amoxicillin.name, amoxicillin.rxcui],
    ['another name without a code', lisinopril, 'sildenafil 100 MG', undefined],
    ['a name that no one knows', lisinopril, 'Examplozine 5 mg', undefined],
    ['a name and a code that no one knows', lisinopril, 'Examplozine 5 mg', unknown],
    ['a word that only begins alike', lisinopril, 'lisinoprilat 5 mg', undefined],
  ])('%s: it is another one', (_, prescribed, description, rxcui) => {
    expect(isSameMedicine({ description, ...(rxcui && { code: code(rxcui) }) }, prescribed, set)).toBe(false)
  })
})
