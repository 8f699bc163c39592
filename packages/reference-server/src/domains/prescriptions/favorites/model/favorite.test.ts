import { describe, expect, it } from 'vitest'
import { presentFavorite } from '../presenters/present-favorite.ts'
import { newFavorite, rewrittenFavorite, type FavoriteWriting } from './favorite.ts'
import type { Medication } from '../../kernel/model/medication-pack.ts'

const amoxicillin: Medication = {
  rxcui: '308191',
  name: 'amoxicillin 500 MG Oral Capsule',
  ingredients: [{ rxcui: '723', name: 'amoxicillin' }],
  form: 'Oral Capsule',
  strength: '500 MG',
  route: 'oral',
  quantityUnit: { code: 'C48480', unit: 'capsule' },
}
const writing = (more: Partial<FavoriteWriting> = {}, name = 'Strep throat'): FavoriteWriting => ({
  written: {
    name,
    rxcui: '308191',
    directions: { dose: 1, doseUnit: 'capsule', route: 'oral', timing: { timesPerDay: 3 }, days: 10 },
    quantity: 30,
    daysSupply: 10,
    refills: 0,
    substitutionAllowed: true,
  },
  medication: amoxicillin,
  controlled: null,
  policy: { quantity: { atMostTimesNeeded: 1.5, atLeastTimesNeeded: 0.9 } },
  ...more,
})

describe('a favorite whose medication is no longer in the set', () => {
  const created = newFavorite('one', writing(), [])
  const gone = { medication: null, controlled: null }

  it('is shown as it was, with the reason why it cannot be prescribed', () => {
    expect(presentFavorite(created, gone)).toMatchObject({
      medication: { name: 'amoxicillin 500 MG Oral Capsule' },
      unusable: 'unknown_medication',
    })
  })

  it('can be renamed, but not created again', () => {
    const renamed = rewrittenFavorite(created, 1, writing(gone, 'Sore throat'), [])
    expect(renamed).toMatchObject({ version: 2, content: { name: 'Sore throat', medication: amoxicillin } })
    expect(() => newFavorite('two', writing(gone), [])).toThrow('unknown_medication')
  })

  it('can be replaced by another medication', () => {
    const other = { ...amoxicillin, rxcui: '562508', name: 'amoxicillin 875 MG / clavulanate 125 MG Oral Tablet' }
    const { written } = writing()
    const replaced = rewrittenFavorite(
      created,
      1,
      writing({ written: { ...written, rxcui: '562508' }, medication: other }),
      [],
    )
    expect(presentFavorite(replaced, { medication: other, controlled: null })).not.toHaveProperty('unusable')
  })

  it('becomes usable again with a set that contains it', () => {
    expect(presentFavorite(created, { medication: amoxicillin, controlled: null })).not.toHaveProperty('unusable')
  })
})

it('a favorite keeps the note to the pharmacist if there is one', () => {
  const { written } = writing()
  const noted = newFavorite('one', writing({ written: { ...written, noteToPharmacist: 'Blister pack.' } }), [])
  expect(presentFavorite(noted, writing()).noteToPharmacist).toBe('Blister pack.')
  expect(presentFavorite(newFavorite('one', writing(), []), writing())).not.toHaveProperty('noteToPharmacist')
})
