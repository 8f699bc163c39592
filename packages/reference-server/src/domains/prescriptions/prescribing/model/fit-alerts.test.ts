import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { vocabularies } from '@visitkit/contract/vocabularies'
import { Problem } from '../../../../platform/problems/problem.ts'
import { medicationSet, type Prescribable } from '../../kernel/model/medication-set.ts'
import type { Directions } from '../../kernel/model/prescription.ts'
import { loadPrescribingPolicy } from '../../kernel/packs/load-policy.ts'
import { loadMedications } from '../../medications/packs/load-medications.ts'
import { draft, sign, type Writing } from './write-prescription.ts'

const [policy, { pack, set }] = await Promise.all([loadPrescribingPolicy(), loadMedications()])
interface OrderSets {
  readonly sets: Readonly<
    Record<string, { readonly prescriptions?: readonly components['schemas']['PrescriptionPattern'][] }>
  >
}
type Unit = Directions['doseUnit']
type Route = Directions['route']

/** For each form of the drug set: the units and routes that fit, and the units that can be compared with the quantity. */
const table: Readonly<
  Record<string, readonly [units: readonly Unit[], routes: readonly Route[], comparable: readonly Unit[]]>
> = {
  'Oral Tablet': [['tablet'], ['oral'], ['tablet']],
  'Oral Capsule': [['capsule'], ['oral'], ['capsule']],
  'Delayed Release Oral Capsule': [['capsule'], ['oral'], ['capsule']],
  'Delayed Release Oral Tablet': [['tablet'], ['oral'], ['tablet']],
  'Extended Release Oral Tablet': [['tablet'], ['oral'], ['tablet']],
  'Extended Release Oral Capsule': [['capsule'], ['oral'], ['capsule']],
  'Disintegrating Oral Tablet': [['tablet'], ['oral'], ['tablet']],
  'Chewable Tablet': [['tablet'], ['oral'], ['tablet']],
  'Sublingual Tablet': [['tablet'], ['sublingual'], ['tablet']],
  'Oral Suspension': [['mL'], ['oral'], ['mL']],
  'Oral Solution': [['mL'], ['oral'], ['mL']],
  'Injectable Solution': [
    ['unit', 'mL'],
    ['injection', 'subcutaneous'],
    ['unit', 'mL'],
  ],
  'Topical Cream': [['g', 'application'], ['topical'], ['g']],
  'Topical Ointment': [['g', 'application'], ['topical'], ['g']],
  'Topical Gel': [['g', 'application'], ['topical', 'transdermal'], ['g']],
  'Ophthalmic Solution': [['drop'], ['ophthalmic'], ['mL']],
  'Otic Solution': [['drop'], ['otic'], ['mL']],
  'Metered Dose Inhaler': [['puff'], ['inhalation'], ['puff', 'inhaler']],
  'Metered Dose Nasal Spray': [['spray'], ['nasal'], ['spray', 'spray-bottle']],
}

/** A medication of the form: one that ships, or one like it. */
const ofForm = (form: string, more: Partial<(typeof pack.medications)[number]> = {}): Prescribable => {
  const shipped = pack.medications.find((each) => each.form === form && each.schedule === undefined)
  const like = {
    rxcui: '9',
    termType: 'SCD',
    name: `200 ACTUAT sample 1 MG ${form}`,
    ingredients: ['29046'],
    strength: '1 MG',
  }
  const made = { ...like, ...shipped, ...more, form } as (typeof pack.medications)[number]
  const found = medicationSet({
    ...pack,
    forms: { [form]: pack.forms[form] ?? pack.forms['Oral Tablet'] } as never,
    medications: [made],
  }).find(made.rxcui)
  if (found === null) throw new Error(`no medication of the form ${form}`)
  return found
}

const once = (doseUnit: Unit, route: Route): Directions => ({ dose: 1, doseUnit, route, timing: { timesPerDay: 1 } })
const place = { id: 'p', patientId: 'p', practitionerId: 'd', visitId: null, continuedVisitId: null, follows: null }
const pharmacy = { accepts: ['new'] } as unknown as Writing['pharmacy']
const writingOf = (
  prescribable: Prescribable,
  directions: Directions,
  more: Partial<Writing['written']> = {},
): Writing => ({
  written: {
    ...{ rxcui: prescribable.medication.rxcui, directions, daysSupply: 30, refills: 0, substitutionAllowed: true },
    ...{ quantity: quantityFor(prescribable, directions), acknowledgments: [], ...more },
  },
  ...{ prescribable, controlled: null, alerts: [], pharmacy, by: 'd', policy, now: new Date() },
})
const quantityFor = ({ medication }: Prescribable, { doseUnit }: Directions): number =>
  Math.ceil(30 / (medication.doseUnits?.find(({ unit }) => unit === doseUnit)?.perQuantityUnit ?? 1))
const signing = { practitionerId: 'd', hasNpi: true, isLicensed: true, controlled: null, alerts: [], now: new Date() }
const signed = (writing: Writing, more: Partial<Parameters<typeof sign>[1]> = {}): readonly string[] => {
  try {
    sign(draft(writing, place), { ...signing, isDiagnosisInForce: true, ...more })
    return ['signed']
  } catch (error) {
    if (error instanceof Problem) return error.errors?.map(({ code }) => code) ?? []
    throw error
  }
}
const kindsOf = (writing: Writing) => draft(writing, place).content.alerts.map(({ kind }) => kind)

describe('directions for a medication', () => {
  it('are compared with each form of the drug set', () => {
    expect(Object.keys(table).toSorted()).toEqual(Object.keys(pack.forms).toSorted())
    for (const [form, { route }] of Object.entries(pack.forms)) expect(table[form]?.[1]).toContain(route)
  })

  it.each(Object.entries(table))(
    'of the form %s sign if unit and route fit, and otherwise need a reason',
    (form, [units, routes, comparable]) => {
      const prescribable = ofForm(form)
      for (const unit of vocabularies.DoseUnit)
        for (const route of vocabularies.MedicationRoute) {
          const expected = [
            ...(units.includes(unit) ? [] : ['directions-unfit']),
            ...(routes.includes(route) ? [] : ['directions-unfit']),
            ...(comparable.includes(unit) ? [] : ['quantity-unchecked']),
          ]
          const writing = writingOf(prescribable, once(unit, route))
          expect([unit, route, kindsOf(writing)]).toEqual([unit, route, expected])
          expect(signed(writing)).toEqual(expected.length === 0 ? ['signed'] : expected)
          const acknowledgments = draft(writing, place).content.alerts.map(({ id: alertId }) => ({
            alertId,
            reason: 'Meant so.',
          }))
          expect(signed(writingOf(prescribable, once(unit, route), { acknowledgments }))).toEqual(['signed'])
        }
    },
  )

  it('of the order sets that ship fit', async () => {
    const folder = new URL('../../../../../packs/order-sets/', import.meta.url)
    const files = (await readdir(folder)).filter((name) => name.endsWith('.json'))
    const packs = await Promise.all(files.map((name) => readFile(new URL(name, folder), 'utf8')))
    const patterns = packs
      .flatMap((text) => Object.values((JSON.parse(text) as OrderSets).sets))
      .flatMap(({ prescriptions = [] }) => prescriptions)
    expect(patterns.length).toBeGreaterThan(3)
    for (const { rxcui, directions, ...amounts } of patterns) {
      const prescribable = set.find(rxcui)
      expect(prescribable && kindsOf(writingOf(prescribable, directions, amounts))).toEqual([])
    }
  })

  it('say so in English, Spanish and Arabic', () => {
    const { alerts } = draft(writingOf(ofForm('Oral Tablet'), once('mL', 'nasal')), place).content
    expect(alerts.map(({ text }) => text.map(({ language }) => language))).toEqual(alerts.map(() => ['en', 'es', 'ar']))
    expect(alerts.map(({ text }) => text[0]?.text)).toEqual([
      'A dose in mL does not fit the form of this medicine.',
      '“Use in the nose” does not fit the form of this medicine.',
      'The quantity in tablets could not be compared with doses in mL. Check it yourself.',
    ])
  })

  it('of a form that is not in the table need a reason, whatever they say', () => {
    const medication = { ...ofForm('Oral Tablet').medication, form: 'Oral Sponge' }
    const { doseUnits: _units, routes: _routes, ...unknown } = medication
    expect(kindsOf(writingOf({ medication: unknown, termType: 'SCD' }, once('tablet', 'oral')))).toEqual([
      'directions-unfit',
    ])
  })
})

describe('the quantity of a medication', () => {
  const refused = (prescribable: Prescribable, directions: Directions, quantity: number): string => {
    try {
      return kindsOf(writingOf(prescribable, directions, { quantity })).join(' ')
    } catch (error) {
      return error instanceof Problem ? `${error.code} ${error.errors?.[0]?.code}` : String(error)
    }
  }
  const often = (doseUnit: Unit, route: Route, dose: number, timesPerDay: number): Directions => ({
    dose,
    doseUnit,
    route,
    timing: { timesPerDay },
  })
  const inhaler = set.find('2123111')
  const insulin = set.find('311041')
  if (inhaler === null || insulin === null) throw new Error('not in the set')

  const solution = ofForm('Injectable Solution', {
    ...{ rxcui: '8', strength: '40 MG/ML', name: 'sample 40 MG/ML Injectable Solution' },
  })
  const uncounted = ofForm('Metered Dose Inhaler', { rxcui: '8', name: 'sample 1 MG Metered Dose Inhaler' })
  const puffs = often('puff', 'inhalation', 2, 4)
  const units = often('unit', 'subcutaneous', 20, 1)

  it.each([
    ['2 inhalers for 240 puffs', inhaler, puffs, 2, ''],
    ['1 inhaler for 240 puffs', inhaler, puffs, 1, 'quantity_implausible too_small'],
    ['30 inhalers for 240 puffs', inhaler, puffs, 30, 'quantity_implausible too_large'],
    ['1 inhaler of unknown content', uncounted, puffs, 1, 'quantity-unchecked'],
    ['6 mL for 600 units', insulin, units, 6, ''],
    ['60 mL for 600 units', insulin, units, 60, 'quantity_implausible too_large'],
    ['6 mL for 600 mL', insulin, often('mL', 'subcutaneous', 20, 1), 6, 'quantity_implausible too_small'],
    ['300 mL for 1200 mg', solution, often('mg', 'injection', 40, 1), 300, 'quantity_implausible too_large'],
    ['30 mL of a solution in mg for units', solution, units, 30, 'directions-unfit quantity-unchecked'],
  ])('is compared in another unit than its own: %s', (_, prescribable, directions, quantity, expected) => {
    expect(refused(prescribable, directions, quantity)).toBe(expected)
  })

  it('that cannot be compared needs a new reason when it changes', () => {
    const cream = ofForm('Topical Cream')
    const ids = (quantity: number) =>
      draft(writingOf(cream, once('application', 'topical'), { quantity }), place).content.alerts.map(({ id }) => id)
    expect(ids(30)).toEqual(ids(30))
    expect(ids(300)).not.toEqual(ids(30))
  })
})

it('a prescription for a diagnosis that is no longer in force is not signed', () => {
  const writing = writingOf(ofForm('Oral Tablet'), once('tablet', 'oral'), { diagnosisCode: 'I10' })
  expect(signed(writing, { isDiagnosisInForce: false })).toEqual(['unknown'])
  expect(signed(writing)).toEqual(['signed'])
})
