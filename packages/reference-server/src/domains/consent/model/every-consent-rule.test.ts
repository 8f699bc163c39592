import { expect, it } from 'vitest'
import { vocabularies } from '@visitkit/contract/vocabularies'
import { loadConsentPack } from '../packs/load-consent-pack.ts'
import type { JurisdictionRow } from './consent-pack.ts'
import { consentRule, type CareCircumstances } from './consent-rule.ts'

/* Every state, profession, payer and modality: no combination is without a rule, and nothing unknown makes a rule less strict. */

const { jurisdictions } = await loadConsentPack()
const day = '2026-11-30'
const states =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI'.split(
    ' ',
  )
const professions = [
  ...['physician', 'nurse-practitioner', 'physician-assistant', 'psychologist', 'clinical-social-worker'],
  ...['counselor', 'dietitian', 'physical-therapist', 'occupational-therapist', 'pharmacist'],
]
const payers = ['medicare', 'medicaid', 'commercial', 'tricare', 'workers-compensation', 'self-pay']
const modalities = ['video', 'audio', 'communication-technology']
const orUnknown = (values: readonly string[]): readonly (string | null)[] => [null, ...values]
const all: readonly CareCircumstances[] = orUnknown(states).flatMap((state) =>
  orUnknown(professions).flatMap((profession) =>
    orUnknown(payers).flatMap((payer) =>
      orUnknown(modalities).map((modality) => ({ state, profession, payer, modality })),
    ),
  ),
)
const forms = ['verbal-documented', 'written']
const frequencies = ['initiation', 'annual', 'each-visit']
const ruleOf = (care: CareCircumstances, rows: readonly JurisdictionRow[] = jurisdictions) =>
  consentRule(rows, care, day)
const isAtLeast = (one: ReturnType<typeof ruleOf>, other: ReturnType<typeof ruleOf>): boolean =>
  forms.indexOf(one.form) >= forms.indexOf(other.form) &&
  frequencies.indexOf(one.frequency) >= frequencies.indexOf(other.frequency) &&
  other.extraClauses.every((clause) => one.extraClauses.includes(clause))

const strictest = jurisdictions.find(({ jurisdiction }) => jurisdiction === '*')

/** A row in force that is about this combination, and not about one that only may be this. */
const isCovered = ({ state, profession, payer, modality }: CareCircumstances): boolean =>
  jurisdictions.some(
    (row) =>
      row.jurisdiction === state &&
      [null, profession].includes(row.profession) &&
      [null, payer].includes(row.payer) &&
      [null, modality].includes(row.modality),
  )

it('names only professions that a practitioner can have: a row for another one would never apply', () => {
  const known: readonly string[] = vocabularies.Profession
  for (const { profession } of jurisdictions) if (profession !== null) expect(known).toContain(profession)
})

it('has a rule with a source for every combination, and the strictest where no row is about it', () => {
  expect(all.length).toBe(57 * 11 * 7 * 4)
  for (const care of all) {
    const rule = ruleOf(care)
    const name = JSON.stringify(care)
    expect(rule.sources.length, name).toBeGreaterThan(0)
    if (isCovered(care)) continue
    expect(rule.form, name).toBe('written')
    expect(rule.frequency, name).toBe('each-visit')
    expect(rule.extraClauses, name).toEqual(expect.arrayContaining([...(strictest?.extraClauses ?? ['no row'])]))
  }
})

it.each(['state', 'profession', 'payer', 'modality'] as const)(
  'with the %s unknown, is never less strict',
  (property) => {
    for (const care of all) {
      if (care[property] === null) continue
      const unknown = { ...care, [property]: null }
      expect(isAtLeast(ruleOf(unknown), ruleOf(care)), JSON.stringify(care)).toBe(true)
    }
  },
)

it('does not take a row for one payer as what the state wants of the others', () => {
  const onlyMedicaid = jurisdictions.filter(
    ({ jurisdiction, payer }) => jurisdiction === '*' || (jurisdiction === 'CA' && payer === 'medicaid'),
  )
  const care = { state: 'CA', profession: 'physician', modality: 'video' }
  expect(ruleOf({ ...care, payer: 'medicaid' }, onlyMedicaid).frequency).toBe('initiation')
  for (const payer of [null, 'commercial'])
    expect(ruleOf({ ...care, payer }, onlyMedicaid).frequency).toBe('each-visit')
})

it('names source and dates for each row', () => {
  for (const row of jurisdictions) {
    expect(row.source.length, row.jurisdiction).toBeGreaterThan(20)
    expect([row.checkedOn, row.effectiveFrom].every((date) => /^\d{4}-\d\d-\d\d$/.test(date))).toBe(true)
    expect(row.checkedOn <= '2026-11-30', row.jurisdiction).toBe(true)
  }
})
