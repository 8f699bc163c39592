import { describe, expect, it } from 'vitest'
import { loadMedications } from '../packs/load-medications.ts'
import { medicationSet } from '../../kernel/model/medication-set.ts'
import { readRxNormRelease, type RxNormRelease } from './read-rxnorm-release.ts'

const conso = (rxcui: string, termType: string, name: string, source = 'RXNORM', suppressed = 'N'): string =>
  `${rxcui}|ENG||||||1|1|${rxcui}||${source}|${termType}|${rxcui}|${name}||${suppressed}|4096|`
/** `from` has or consists of `to`. */
const rel = (from: string, relation: string, to: string): string =>
  `${to}||CUI|RO|${from}||CUI|${relation}|||RXNORM||||||`
const schedule = (rxcui: string, value: string): string => `${rxcui}|||1|AUI|x|||DCSA|MTHSPL|${value}|N||`

const release: RxNormRelease = {
  conso: [
    conso('29046', 'IN', 'lisinopril'),
    conso('7804', 'IN', 'oxycodone'),
    conso('317541', 'DF', 'Oral Tablet'),
    conso('9', 'DF', 'Oral Sponge'),
    conso('316151', 'SCDC', 'lisinopril 10 MG'),
    conso('317', 'SCDC', 'oxycodone hydrochloride 5 MG'),
    conso('314076', 'SCD', 'lisinopril 10 MG Oral Tablet'),
    conso('1', 'SBD', 'lisinopril 10 MG Oral Tablet [Sample]'),
    conso('1049621', 'SCD', 'oxycodone hydrochloride 5 MG Oral Tablet'),
    conso('2', 'SCD', 'lisinopril 10 MG Oral Sponge'),
    conso('3', 'SCD', 'no parts Oral Tablet'),
    conso('4', 'SCD', 'gone', 'RXNORM', 'O'),
    conso('5', 'SCD', 'of another vocabulary', 'MMSL'),
  ],
  rel: [
    ...['314076', '1049621', '3'].map((drug) => rel(drug, 'has_dose_form', '317541')),
    rel('2', 'has_dose_form', '9'),
    rel('314076', 'consists_of', '316151'),
    rel('2', 'consists_of', '316151'),
    rel('1049621', 'consists_of', '317'),
    rel('316151', 'has_ingredient', '29046'),
    rel('317', 'has_ingredient', '7804'),
    rel('1', 'tradename_of', '314076'),
  ],
  sat: [schedule('1049621', 'CIV'), schedule('1049621', 'CII'), schedule('7', 'CIII')],
}
const { pack: shipped } = await loadMedications()
const about = { effectiveFrom: '2026-11-01', effectiveTo: null, source: 'the user’s own copy', forms: shipped.forms }

describe('an RxNorm release of the user', () => {
  it('becomes a searchable pack with brands, strengths and schedules', () => {
    const { pack, leftOut } = readRxNormRelease(release, about)
    expect(leftOut).toEqual({ form: 1, ingredients: 1, strength: 0, schedule: 0 })
    const set = medicationSet(pack)
    expect(set.find('314076')).toMatchObject({
      termType: 'SCD',
      medication: { ingredients: [{ rxcui: '29046', name: 'lisinopril' }], strength: '10 MG', route: 'oral' },
    })
    expect(set.find('1')).toMatchObject({ termType: 'SBD', medication: { ingredients: [{ rxcui: '29046' }] } })
    expect(['2', '3', '4', '5'].map((rxcui) => set.find(rxcui))).toEqual([null, null, null, null])
  })

  it('uses the strictest schedule if labels differ', () => {
    expect(medicationSet(readRxNormRelease(release, about).pack).find('1049621')?.medication.schedule).toBe('II')
  })

  /** Two strengths of one tablet, the first one sold under a brand, and a solution with the same ingredient. */
  const oxycodone: RxNormRelease = {
    conso: [
      ...release.conso,
      conso('9001', 'DF', 'Oral Solution'),
      conso('318', 'SCDC', 'oxycodone hydrochloride 10 MG'),
      conso('319', 'SCDC', 'oxycodone hydrochloride 1 MG/ML'),
      conso('10', 'SBD', 'oxycodone hydrochloride 5 MG Oral Tablet [Sample]'),
      conso('11', 'SCD', 'oxycodone hydrochloride 10 MG Oral Tablet'),
      conso('12', 'SCD', 'oxycodone hydrochloride 1 MG/ML Oral Solution'),
    ],
    rel: [
      ...release.rel,
      ...['318', '319'].map((part) => rel(part, 'has_ingredient', '7804')),
      rel('10', 'tradename_of', '1049621'),
      rel('11', 'has_dose_form', '317541'),
      rel('11', 'consists_of', '318'),
      rel('12', 'has_dose_form', '9001'),
      rel('12', 'consists_of', '319'),
    ],
    sat: [],
  }
  const schedulesOf = (sat: readonly string[]) => {
    const { pack, leftOut } = readRxNormRelease({ ...oxycodone, sat }, about)
    const set = medicationSet(pack)
    const said = ['1049621', '10', '11', '12'].map((rxcui) => {
      const found = set.find(rxcui)
      return found === null ? 'left out' : (found.medication.schedule ?? 'ordinary')
    })
    return { said, leftOut: leftOut.schedule }
  }

  // The solution has no label, but must not count as uncontrolled.
  it.each([
    ['its brand', '10'],
    ['itself', '1049621'],
    ['another strength', '11'],
  ])('treats a drug as controlled if only %s has a schedule', (_, rxcui) => {
    expect(schedulesOf([schedule(rxcui, 'CII')])).toEqual({ said: ['II', 'II', 'II', 'left out'], leftOut: 1 })
  })

  it('omits and counts drugs with one ingredient and form whose schedules differ', () => {
    const sat = [schedule('10', 'CII'), schedule('11', 'CIV'), schedule('12', 'CV')]
    expect(schedulesOf(sat)).toEqual({ said: ['left out', 'left out', 'left out', 'V'], leftOut: 3 })
  })

  it('is refused if it contains an unknown schedule', () => {
    expect(() => schedulesOf([schedule('10', 'CII'), schedule('11', 'C2')])).toThrow('schedule')
  })

  it('is refused if it contains no schedules', () => {
    expect(() => readRxNormRelease({ ...release, sat: [] }, about)).toThrow('DCSA')
  })
})
