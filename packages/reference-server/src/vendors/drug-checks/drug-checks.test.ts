import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { alertOf, checkMedication } from './check-medication.ts'
import { demonstrationChecks, loadDemonstrationChecks } from './demonstration-checks.ts'
import type { CheckContext, CheckedMedication, DrugChecks } from './provider.ts'

const checks = await loadDemonstrationChecks()
const medicine = (name: string, ...ingredients: string[]): CheckedMedication => ({
  rxcui: '1',
  name,
  ingredients: ingredients.map((rxcui) => ({ rxcui, name: names[rxcui] ?? 'other' })),
})
const names: Record<string, string> = {
  '11289': 'warfarin',
  '5640': 'ibuprofen',
  '723': 'amoxicillin',
  '2231': 'cephalexin',
}
const warfarin = medicine('warfarin 5 MG', '11289')
const ibuprofen = medicine('ibuprofen 600 MG', '5640')
const naproxen = medicine('naproxen 500 MG', '7258')
const sildenafil = medicine('sildenafil 100 MG', '136411')
const nitroglycerin = medicine('nitroglycerin 0.4 MG', '4917')
const amoxicillin = medicine('amoxicillin 500 MG', '723')
const cephalexin = medicine('cephalexin 500 MG', '2231')
const sulfa = medicine('sulfamethoxazole / trimethoprim', '10180', '10829')
const none: CheckContext = { medications: [], allergies: [] }
const ask = async (medication: CheckedMedication, context: Partial<CheckContext>) =>
  (await checkMedication(checks, medication, { ...none, ...context }, 1_000)).map(({ kind, severity, with: other }) =>
    [kind, severity, other].filter((part) => part !== undefined).join(' '),
  )
const allergic = (name: string, rxcui?: string, severity: 'mild' | 'severe' = 'severe') => ({
  allergies: [{ name, severity, ...(rxcui !== undefined && { rxcui }) }],
})

describe('the bundled rules', () => {
  it.each([
    [warfarin, ibuprofen, ['interaction high ibuprofen 600 MG']],
    [ibuprofen, warfarin, ['interaction high warfarin 5 MG']],
    [sildenafil, nitroglycerin, ['interaction high nitroglycerin 0.4 MG']],
    [sulfa, warfarin, ['interaction high warfarin 5 MG']],
    [ibuprofen, naproxen, ['duplicate moderate naproxen 500 MG']],
    [ibuprofen, ibuprofen, ['duplicate high ibuprofen 600 MG']],
    [amoxicillin, warfarin, []],
  ])('find for $0.name with $1.name: $2', async (medication, other, expected) => {
    expect(await ask(medication, { medications: [other] })).toEqual(expected)
  })

  it.each([
    ['by its code', allergic('the pink one', '723'), ['allergy high the pink one']],
    ['by its name', allergic('Amoxicillin rash'), ['allergy high Amoxicillin rash']],
    ['by the code of another of its class', allergic('pen V', '7984'), ['allergy high pen V']],
    ['by the name of its class', allergic('Penicillins'), ['allergy high Penicillins']],
    ['mildly', allergic('penicillin', undefined, 'mild'), ['allergy moderate penicillin']],
    ['not at all', allergic('sulfa drugs'), []],
    ['only to what is no medicine', allergic('Peanuts'), []],
    [
      'to something in words that no rule knows',
      allergic('that green syrup'),
      ['check-unavailable moderate that green syrup'],
    ],
    [
      'by the code of a penicillin that cannot be prescribed here',
      allergic('ampicillin', '733'),
      ['allergy high ampicillin'],
    ],
    ['by its code alone', allergic('the white one', '733'), ['allergy high the white one']],
    ['by its short form', allergic('PCN'), ['allergy high PCN']],
    ['by its short form beside others', allergic('latex/PCN (hives)'), ['allergy high latex/PCN (hives)']],
    ['in Spanish', allergic('Penicilina'), ['allergy high Penicilina']],
    ['to a code that no rule has', allergic('something', '1234567'), ['check-unavailable moderate something']],
    ['to a code of a known medicine', allergic('warfarin', '11289'), []],
    ['only to what is no medicine, in the plural and with an accent', allergic('Látex, eggs y nuts'), []],
    [
      'to a salt that begins like a class',
      allergic('magnesium sulfate'),
      ['check-unavailable moderate magnesium sulfate'],
    ],
    ['to a medicine that begins like an animal', allergic('Cataflam'), ['check-unavailable moderate Cataflam']],
    [
      'to something unknown beside what is known',
      allergic('cat and that syrup'),
      ['check-unavailable moderate cat and that syrup'],
    ],
  ])('check an allergy to amoxicillin: %s', async (_, context, expected) => {
    expect(await ask(amoxicillin, context)).toEqual(expected)
  })

  it('warn of a class with cross-allergies', async () => {
    expect(await ask(cephalexin, allergic('penicillin', undefined, 'mild'))).toEqual(['allergy low penicillin'])
    expect(await ask(cephalexin, allergic('penicillin'))).toEqual(['allergy high penicillin'])
  })

  it('warn of a coded allergy to a cephalosporin that cannot be prescribed here', async () => {
    expect(await ask(cephalexin, allergic('cefazolin', '2180'))).toEqual(['allergy high cefazolin'])
    expect(await ask(cephalexin, allergic('ampicillin', '733', 'mild'))).toEqual(['allergy low ampicillin'])
  })

  it('report each medicine that they do not know, whether it is prescribed or taken', async () => {
    const other = { ...medicine('sample drug 5 MG', '9999999'), rxcui: '2' }
    expect(await ask({ ...other, rxcui: '1' }, {})).toEqual(['check-unavailable moderate'])
    expect(await ask(warfarin, { medications: [other] })).toEqual(['check-unavailable moderate sample drug 5 MG'])
    // One known ingredient does not make the other known, and no ingredient is not all of them.
    expect(await ask(medicine('both', '11289', '9999999'), {})).toEqual(['check-unavailable moderate'])
    expect(await ask(medicine('of unknown content'), {})).toEqual(['check-unavailable moderate'])
  })

  it('know each ingredient of the medicines that ship with them', async () => {
    const pack = new URL('../../../packs/medications/prescribable-sample.json', import.meta.url)
    const { ingredients } = JSON.parse(await readFile(pack, 'utf8')) as { ingredients: Record<string, string> }
    for (const rxcui of Object.keys(ingredients)) expect(await ask(medicine(rxcui, rxcui), {})).toEqual([])
  })

  it('report both of two rules about one pair', async () => {
    const rule = (ingredient: string, severity: 'high' | 'low') => ({
      between: [{ ingredient }, { ingredient: '11289' }] as const,
      severity,
      text: [],
    })
    const interactions = [rule('10180', 'high'), rule('10829', 'low')]
    const rules = { source: '', classes: [], crossAllergies: [], notMedicines: [], interactions }
    const found = await checkMedication(demonstrationChecks(rules), sulfa, { ...none, medications: [warfarin] }, 1_000)
    expect(found.map(({ severity }) => severity)).toEqual(['high', 'low'])
    expect(new Set(found.map(({ id }) => id)).size).toBe(2)
  })

  it('state in their name that they are not a clinical knowledge base', () => {
    expect(checks.name).toContain('not a clinical knowledge base')
  })

  it('do not start with an undefined class', () => {
    const rules = {
      source: '',
      classes: [],
      crossAllergies: [],
      notMedicines: [],
      interactions: [{ between: [{ class: 'x' }, { class: 'y' }] as const, severity: 'low' as const, text: [] }],
    }
    expect(() => demonstrationChecks(rules)).toThrow('x, y')
  })
})

it('of two findings about the same, only the more severe is reported, in either order', async () => {
  const finding = { kind: 'interaction', about: ['11289', '5640'], text: [] } as const
  const both = [
    { ...finding, severity: 'high' },
    { ...finding, severity: 'low' },
  ] as const
  for (const told of [both, both.toReversed()]) {
    const found = await checkMedication({ name: 'of two minds', check: async () => told }, warfarin, none, 1_000)
    expect(found.map(({ severity }) => severity)).toEqual(['high'])
  }
})

describe('a check without a result', () => {
  const broken: readonly [string, DrugChecks['check']][] = [
    ['late', () => new Promise(() => undefined)],
    ['failed', async () => Promise.reject(new Error('down'))],
    [
      'thrown',
      () => {
        throw new Error('down')
      },
    ],
    ['senseless', async () => null as never],
  ]
  it.each(broken)('because it is %s is an alert, never the absence of one', async (_, check) => {
    const [alert, ...others] = await checkMedication({ name: 'broken', check }, warfarin, none, 20)
    expect(alert).toMatchObject({ kind: 'check-unavailable', severity: 'high' })
    expect(others).toEqual([])
  })

  it('because allergies are unknown is reported in addition to other findings', async () => {
    const alerts = await checkMedication(checks, warfarin, { medications: [ibuprofen], allergies: null }, 1_000)
    expect(alerts.map(({ kind }) => kind)).toEqual(['interaction', 'check-unavailable'])
  })
})

it('the same finding always has the same id, and a different one a different id', () => {
  const finding = { kind: 'interaction', severity: 'low', about: ['11289', '5640'], text: [] } as const
  const { id } = alertOf('855332', finding)
  expect(alertOf('855332', { ...finding, about: ['5640', '11289'] }).id).toBe(id)
  expect(alertOf('855332', { ...finding, kind: 'duplicate' }).id).not.toBe(id)
  expect(alertOf('197806', finding).id).not.toBe(id)
})

it('an allergy that has become severe needs a new reason', async () => {
  const idsOf = async (severity: 'mild' | 'severe') =>
    (
      await checkMedication(checks, amoxicillin, { ...none, ...allergic('penicillin', undefined, severity) }, 1_000)
    ).map(({ id }) => id)
  expect(await idsOf('mild')).toEqual(await idsOf('mild'))
  expect(await idsOf('severe')).not.toEqual(await idsOf('mild'))
})
