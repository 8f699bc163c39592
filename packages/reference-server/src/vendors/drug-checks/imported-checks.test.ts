import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeSetPath } from '../../platform/code-sets/code-set-files.ts'
import { checkMedication } from './check-medication.ts'
import { importClasses } from './knowledge/import-classes.ts'
import { importIngredients } from './knowledge/import-ingredients.ts'
import { importLabels } from './knowledge/import-labels.ts'
import { label, labelFile, rxNorm, setIds, write } from './knowledge/knowledge-files.testing.ts'
import { loadDrugChecks } from './load-drug-checks.ts'
import type { CheckContext, CheckedMedication, DrugChecks } from './provider.ts'

const now = new Date('2026-11-25T12:00:00Z')
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visitkit-checks-'))
})
afterAll(() => rm(folder, { recursive: true }))

const importRxNorm = async (name: string, atcRows?: readonly string[]): Promise<string> => {
  const sets = join(folder, name)
  await importIngredients({
    from: await rxNorm(join(folder, `${name}-files`), atcRows && { atcRows }),
    to: codeSetPath(sets, 'drug-ingredients', '2026-11-02'),
    effectiveFrom: '2026-11-02',
    source: 'RxNorm fixture',
  })
  return sets
}

/** A drug of the fixture, as it is prescribed. */
const medicine = (rxcui: string, name: string, ...ingredients: readonly [string, string][]): CheckedMedication => ({
  rxcui,
  name,
  ingredients: ingredients.map(([code, each]) => ({ rxcui: code, name: each })),
})
const amoxicillin = medicine('308191', 'amoxicillin 500 MG', ['723', 'amoxicillin'])
const cephalexin = medicine('309114', 'cephalexin 500 MG', ['2231', 'cephalexin'])
const lisinopril = medicine('314076', 'lisinopril 10 MG', ['29046', 'lisinopril'])
const enalapril = medicine('9000023', 'enalapril 5 MG', ['3827', 'enalapril'])
const augmentin = medicine('9000031', 'Augmentin', ['723', 'amoxicillin'], ['48203', 'clavulanate'])
const samplamide = medicine('9000022', 'samplamide 5 MG', ['9000001', 'samplamide'])
const unknown = medicine('9999991', 'sample drug', ['9999992', 'sample'])

const ask = async (checks: DrugChecks, medication: CheckedMedication, context: Partial<CheckContext>) =>
  checkMedication(checks, medication, { medications: [], allergies: [], ...context }, 1_000)
const brief = async (...asked: Parameters<typeof ask>) =>
  (await ask(...asked)).map(({ kind, severity, with: other, source }) =>
    [kind, severity, source?.covers ?? 'no source', other].filter((part) => part !== undefined).join(' '),
  )
const allergic = (name: string, rxcui?: string, severity: 'mild' | 'severe' = 'severe') => ({
  allergies: [{ name, severity, ...(rxcui !== undefined && { rxcui }) }],
})

describe('checks by an imported release', () => {
  let checks: DrugChecks
  beforeAll(async () => {
    checks = await loadDrugChecks(await importRxNorm('release'), 'demonstration', now)
  })

  it.each([
    ['its ingredient by code', amoxicillin, allergic('x', '723'), ['allergy high ingredients x']],
    ['its ingredient in words', amoxicillin, allergic('Amoxicillin'), ['allergy high ingredients Amoxicillin']],
    ['a brand with it by code', amoxicillin, allergic('x', '151392'), ['allergy high ingredients x']],
    ['a brand with it in words', amoxicillin, allergic('AUGMENTIN'), ['allergy high ingredients AUGMENTIN']],
    ['a combination with it', augmentin, allergic('x', '19711', 'mild'), ['allergy moderate ingredients x']],
    ['a salt of its class by code', amoxicillin, allergic('x', '203134'), ['allergy high classes x']],
    [
      'a salt of its class in words',
      amoxicillin,
      allergic('penicillin V potassium'),
      ['allergy high classes penicillin V potassium'],
    ],
    [
      'its class in words',
      amoxicillin,
      allergic('Allergic to penicillin', undefined, 'mild'),
      ['allergy moderate classes Allergic to penicillin'],
    ],
    ['another class by code', cephalexin, allergic('x', '723'), []],
    ['another class in words', cephalexin, allergic('penicillins'), []],
    ['a class whose name does not say which', lisinopril, allergic('inhibitors'), ['allergy high classes inhibitors']],
    ['nothing that is a medicine', amoxicillin, allergic('latex and peanuts'), []],
    [
      'an unknown code',
      amoxicillin,
      allergic('penicillin-like thing', '9999999'),
      ['check-unavailable moderate ingredients penicillin-like thing'],
    ],
    [
      'an unknown code, next to a class in words',
      amoxicillin,
      allergic('penicillin', '9999999'),
      ['allergy high classes penicillin'],
    ],
    [
      'unknown words',
      amoxicillin,
      allergic('that pink syrup'),
      ['check-unavailable moderate ingredients that pink syrup'],
    ],
    [
      'something known and something unknown',
      cephalexin,
      allergic('amoxicillin, pink syrup'),
      ['check-unavailable moderate ingredients amoxicillin, pink syrup'],
    ],
    ['a medicine without a class', amoxicillin, allergic('x', '9000001'), ['check-unavailable low ingredients x']],
    ['a class, for a medicine without one', samplamide, allergic('x', '723'), ['check-unavailable low ingredients x']],
  ] as const)('report for an allergy to %s', async (_, medication, context, expected) => {
    expect(await brief(checks, medication, context)).toEqual(expected)
  })

  it.each([
    ['the same ingredient', amoxicillin, augmentin, ['duplicate high ingredients Augmentin']],
    ['another of its class', lisinopril, enalapril, ['duplicate moderate classes enalapril 5 MG']],
    ['a wider group than that of therapy', amoxicillin, medicine('1', 'pen V', ['7984', 'penicillin V']), []],
    ['something else', amoxicillin, lisinopril, []],
    ['something unknown', amoxicillin, unknown, ['check-unavailable moderate ingredients sample drug']],
  ] as const)('report for a patient who takes %s', async (_, medication, other, expected) => {
    const found = await brief(checks, medication, { medications: [other] })
    expect(found.toSorted()).toEqual([...expected, 'check-unavailable moderate ingredients'].toSorted())
  })

  it('say for each other medicine that interactions were not compared, each time with a new reason', async () => {
    const found = async (...medications: readonly CheckedMedication[]) =>
      (await ask(checks, amoxicillin, { medications })).find(({ with: other }) => other === undefined)
    const one = await found(lisinopril)
    expect(one?.text[0]?.text).toBe(
      'Interactions were not compared with what the patient takes: lisinopril 10 MG. Read the label.',
    )
    expect((await found(lisinopril))?.id).toBe(one?.id)
    expect((await found(lisinopril, cephalexin))?.id).not.toBe(one?.id)
    expect((await found(samplamide))?.text[0]?.text).toContain('Interactions and classes were not compared')
    expect(await found()).toBeUndefined()
  })

  it('report a medicine that the release does not have, also if one of its ingredients is known', async () => {
    expect(await brief(checks, unknown, {})).toEqual(['check-unavailable moderate ingredients'])
    const half = medicine('9999991', 'half', ['723', 'amoxicillin'], ['9999992', 'sample'])
    expect(await brief(checks, half, {})).toEqual(['check-unavailable moderate ingredients'])
    expect(await brief(checks, medicine('9999991', 'of unknown content'), {})).toEqual([
      'check-unavailable moderate ingredients',
    ])
    // A drug that is newer than the release, of ingredients that it has.
    expect(await brief(checks, medicine('9999991', 'new', ['723', 'amoxicillin']), {})).toEqual([])
  })

  it('name source and day of the release, and are no demonstration', async () => {
    const source = { name: 'RxNorm fixture', release: '2026-11-02', isDemonstration: false }
    expect(checks.sources).toEqual([
      { covers: 'ingredients', ...source },
      { covers: 'classes', ...source },
    ])
    const [alert] = await ask(checks, amoxicillin, allergic('x', '723'))
    expect(alert?.source).toEqual({ covers: 'ingredients', ...source })
  })

  it('have the class in the words of the release, with its code', async () => {
    const [alert] = await ask(checks, amoxicillin, allergic('x', '7984'))
    expect(alert?.text.map(({ text }) => text)).toEqual([
      'The patient is allergic to a medicine of this class: BETA-LACTAM ANTIBACTERIALS, PENICILLINS (J01C).',
      'El paciente es alérgico a un medicamento del grupo: BETA-LACTAM ANTIBACTERIALS, PENICILLINS (J01C).',
      'لدى المريض حساسية من دواء من هذه الفئة: BETA-LACTAM ANTIBACTERIALS, PENICILLINS (J01C).',
    ])
  })
})

describe('without classes in the release', () => {
  it('each allergy says that only ingredients were compared, until classes are imported', async () => {
    const sets = await importRxNorm('without-classes', [])
    const load = () => loadDrugChecks(sets, 'none', now)
    expect(await brief(await load(), amoxicillin, allergic('x', '7984'))).toEqual([
      'check-unavailable low ingredients x',
    ])
    const answer = (rxcui: string) => ({
      minConcept: { rxcui },
      rxclassMinConceptItem: { classId: 'N0000175497', className: 'Penicillin-class Antibacterial', classType: 'EPC' },
    })
    const files = await write(join(folder, 'rxclass'), {
      'classes.ndjson': JSON.stringify({
        rxclassDrugInfoList: { rxclassDrugInfo: ['723', '7984'].map(answer) },
      }),
    })
    await importClasses({
      from: join(files, 'classes.ndjson'),
      to: codeSetPath(sets, 'drug-classes', '2026-11-03'),
      effectiveFrom: '2026-11-03',
      source: 'RxClass fixture',
    })
    const [alert] = await ask(await load(), amoxicillin, allergic('x', '7984'))
    expect(alert).toMatchObject({ kind: 'allergy', source: { name: 'RxClass fixture', release: '2026-11-03' } })
  })
})

describe('what is used', () => {
  it('is the release in force today, and the rules of the demonstration only without one', async () => {
    const sets = await importRxNorm('dated')
    const at = async (day: string, fallback: 'demonstration' | 'none') =>
      (await loadDrugChecks(sets, fallback, new Date(`${day}T12:00:00Z`))).sources?.map(({ name }) => name)
    expect(await at('2026-11-01', 'demonstration')).toEqual(['Demonstration rules (not a clinical knowledge base)'])
    expect(await at('2026-11-01', 'none')).toBeUndefined()
    expect(await at('2026-11-02', 'none')).toEqual(['RxNorm fixture', 'RxNorm fixture'])
  })

  it('has the label of a drug, with or without imported ingredients', async () => {
    const sets = join(folder, 'only-labels')
    await importLabels({
      from: await write(join(folder, 'openfda'), {
        'drug-label-0001-of-0001.json': labelFile([label(setIds[0], ['308191'])]),
      }),
      to: codeSetPath(sets, 'drug-labels', '2026-11-20'),
      effectiveFrom: '2026-11-20',
      source: 'openFDA fixture',
    })
    const checks = await loadDrugChecks(sets, 'none', now)
    expect(await checks.label?.('308191')).toMatchObject({ setId: setIds[0], source: { release: '2026-11-20' } })
    expect(await checks.label?.('314076')).toBeNull()
    expect(await brief(checks, amoxicillin, {})).toEqual(['check-unavailable high no source'])
  })

  it('is nothing if a set is damaged: the server does not start', async () => {
    const sets = await importRxNorm('damaged')
    const path = codeSetPath(sets, 'drug-ingredients', '2026-11-02')
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, -10))
    await expect(loadDrugChecks(sets, 'demonstration', now)).rejects.toThrow()
  })
})
