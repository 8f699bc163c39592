import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeSetPath } from '../../platform/code-sets/code-set-files.ts'
import { checkMedication } from './check-medication.ts'
import { importedChecks } from './imported-checks.ts'
import { importIngredients } from './knowledge/import-ingredients.ts'
import { importInteractions } from './knowledge/import-interactions.ts'
import type { DrugKnowledge } from './knowledge/drug-knowledge.ts'
import type { InteractionPair, InteractionSet, PairSide } from './knowledge/interaction-set.ts'
import { interactionTable } from './knowledge/interaction-table.ts'
import { interactionHeading, newFolder, pairRow, rxNorm, write } from './knowledge/knowledge-files.testing.ts'
import { loadReleases } from './knowledge/load-drug-knowledge.ts'
import { loadDrugChecks } from './load-drug-checks.ts'
import type { CheckedMedication, DrugChecks } from './provider.ts'

/* The pairs are fictional: they say nothing about real medicines. */

const now = new Date('2026-11-25T12:00:00Z')
const day = '2026-11-02'
let folder: string
let checks: DrugChecks
let knowledge: DrugKnowledge
beforeAll(async () => {
  folder = await newFolder()
  const release = { effectiveFrom: day, source: 'RxNorm fixture' }
  await importIngredients({
    from: await rxNorm(folder),
    to: codeSetPath(folder, 'drug-ingredients', day),
    ...release,
  })
  const rows = [
    pairRow('ingredient,723', 'ingredient,29046', 'major'),
    pairRow('class,J01DB', 'class,C09AA', 'minor', 'Other fictional table', '2'),
    pairRow('class,C09A', 'class,C09AA', 'moderate'),
  ]
  await write(folder, { 'pairs.csv': [interactionHeading, ...rows].join('\n') })
  await importInteractions({
    ...{ from: join(folder, 'pairs.csv'), to: codeSetPath(folder, 'drug-interactions', day), ...release },
    isDemonstration: false,
  })
  checks = await loadDrugChecks(folder, 'none', now)
  const loaded = await loadReleases(folder, now)
  if (loaded.knowledge === null) throw new Error('Ingredients were imported.')
  knowledge = loaded.knowledge
})
afterAll(() => rm(folder, { recursive: true }))

const medicine = (rxcui: string, name: string, ...ingredients: readonly string[]): CheckedMedication => ({
  ...{ rxcui, name },
  ingredients: ingredients.map((code) => ({ rxcui: code, name: code })),
})
const amoxicillin = medicine('308191', 'amoxicillin 500 MG', '723')
const augmentin = medicine('9000031', 'Augmentin', '723', '48203')
const cephalexin = medicine('309114', 'cephalexin 500 MG', '2231')
const lisinopril = medicine('314076', 'lisinopril 10 MG', '29046')
const enalapril = medicine('9000023', 'enalapril 5 MG', '3827')
const samplamide = medicine('9000022', 'samplamide 5 MG', '9000001')
const reported = medicine('', 'lisinopril', '29046')

const ask = (medication: CheckedMedication, ...medications: readonly CheckedMedication[]) =>
  checkMedication(checks, medication, { medications, allergies: [] }, 1_000)
const interactions = async (medication: CheckedMedication, ...others: readonly CheckedMedication[]) =>
  (await ask(medication, ...others)).filter(({ kind }) => kind === 'interaction')
const unavailable = async (medication: CheckedMedication, ...others: readonly CheckedMedication[]) =>
  (await ask(medication, ...others))
    .filter(({ kind }) => kind === 'check-unavailable')
    .map(({ text }) => text[0]?.text ?? '')

describe('an imported table of interactions', () => {
  it.each([
    ['two ingredients', amoxicillin, lisinopril, 'high'],
    ['two ingredients the other way', lisinopril, amoxicillin, 'high'],
    ['one ingredient of a combination', augmentin, lisinopril, 'high'],
    ['a class and a class', cephalexin, enalapril, 'low'],
    ['a class and a class the other way', enalapril, cephalexin, 'low'],
    ['a class and a wider group of ATC', lisinopril, enalapril, 'moderate'],
    ['a medicine that was prescribed elsewhere', amoxicillin, reported, 'high'],
  ])('is compared by %s', async (_, medication, other, severity) => {
    expect(await interactions(medication, other)).toMatchObject([{ severity, with: other.name }])
  })

  it('names severity, text, source, version and release with each alert', async () => {
    expect(await interactions(cephalexin, lisinopril)).toMatchObject([
      {
        severity: 'low',
        text: [{ language: 'en', text: 'Fictional: something happens.' }],
        source: {
          ...{ covers: 'interactions', name: 'Other fictional table', version: '2', release: day },
          isDemonstration: false,
        },
      },
    ])
    expect(checks.sources?.filter(({ covers }) => covers === 'interactions')).toHaveLength(2)
  })

  it('has one alert for each other medicine, and finds none of a medicine with itself', async () => {
    const found = await interactions(amoxicillin, lisinopril, reported, cephalexin)
    expect(found.map(({ with: other }) => other)).toEqual([lisinopril.name, reported.name])
    expect(new Set(found.map(({ id }) => id)).size).toBe(2)
    expect(await interactions(lisinopril, lisinopril)).toEqual([])
  })

  it('is silent about two medicines that it names and that are no pair', async () => {
    expect(await ask(amoxicillin, cephalexin)).toEqual([])
    expect(await ask(amoxicillin)).toEqual([])
  })

  it('says of each medicine that it does not name that it was not compared, and of none that it names', async () => {
    expect(await unavailable(augmentin, cephalexin)).toEqual([
      'The interaction table does not name: Augmentin. Interactions of it were not compared. Read the label.',
    ])
    expect(await unavailable(cephalexin, augmentin, amoxicillin)).toEqual([
      'The interaction table does not name: Augmentin. Interactions of it were not compared. Read the label.',
    ])
  })

  it('says that classes were not compared for a medicine without one', async () => {
    expect(await unavailable(samplamide, amoxicillin)).toEqual([
      'The interaction table does not name: samplamide 5 MG. Interactions of it were not compared. Read the label.',
      'Classes were not compared for: samplamide 5 MG. Compare duplicates and interactions by class yourself.',
    ])
  })

  it('says so if a later release has lost a class that the table names', async () => {
    const set: InteractionSet = {
      ...{ effectiveFrom: day, source: 'x', license: 'x', isDemonstration: false, sources: [table7] },
      pairs: [pairOf({ type: 'class', code: 'N0000000001' }, { type: 'ingredient', code: '723' })],
    }
    const lost = importedChecks(knowledge, interactionTable(set, knowledge), [])
    const found = await lost.check(
      amoxicillin,
      { medications: [lisinopril], allergies: [] },
      AbortSignal.timeout(1_000),
    )
    expect(found.map(({ text }) => text[0]?.text)).toContainEqual(
      expect.stringContaining('classes that the imported releases no longer have: N0000000001.'),
    )
  })
})

const table7 = { name: 'Fictional table', version: '7' }
const pairOf = (one: PairSide, two: PairSide, severity: InteractionPair['severity'] = 'high'): InteractionPair => ({
  ...{ between: [one, two], severity, source: 0 },
  text: [{ language: 'en', text: `Fictional: ${severity}.` }],
})

describe('pairs, whatever the table', () => {
  const codes = ['723', '7984', '48203', '2231', '29046', '3827', '9000001']
  const classCodes = ['J01C', 'J01CA', 'J01CE', 'J01CG', 'J01DB', 'C09AA', 'C09A']
  const side: fc.Arbitrary<PairSide> = fc.oneof(
    fc.constantFrom(...codes).map((code): PairSide => ({ type: 'ingredient', code })),
    fc.constantFrom(...classCodes).map((code): PairSide => ({ type: 'class', code })),
  )
  const pairs = fc.uniqueArray(
    fc
      .tuple(side, side, fc.constantFrom<InteractionPair['severity']>('high', 'moderate', 'low'))
      .map((given) => pairOf(...given)),
    {
      maxLength: 12,
      selector: ({ between }) =>
        between
          .map((each) => JSON.stringify(each))
          .toSorted()
          .join('|'),
    },
  )
  const drug = fc
    .uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 })
    .map((ingredients) => medicine(`9${ingredients.join('')}`.slice(0, 8), ingredients.join(' and '), ...ingredients))
  const found = async (table: readonly InteractionPair[], medication: CheckedMedication, other: CheckedMedication) => {
    const set: InteractionSet = {
      ...{ effectiveFrom: day, source: 'x', license: 'x', isDemonstration: true, sources: [table7], pairs: table },
    }
    const asked = importedChecks(knowledge, interactionTable(set, knowledge), [])
    const findings = await asked.check(medication, { medications: [other], allergies: [] }, AbortSignal.timeout(1_000))
    const texts = findings.flatMap(({ kind, severity, text }) =>
      kind === 'interaction' ? [`${severity} ${text[0]?.text}`] : [],
    )
    return [...new Set(texts)].toSorted()
  }
  const membersOf = ({ type, code }: PairSide): readonly string[] =>
    type === 'ingredient'
      ? [code]
      : codes.filter((each) => knowledge.familiesOf(each).some((family) => family.code === code))

  it('are found in both directions, whatever the order of their sides', async () => {
    await fc.assert(
      fc.asyncProperty(pairs, drug, drug, async (table, one, two) => {
        const flipped = table.map((pair): InteractionPair => ({ ...pair, between: [pair.between[1], pair.between[0]] }))
        const first = await found(table, one, two)
        expect(await found(flipped, one, two)).toEqual(first)
        expect(await found(table, two, one)).toEqual(first)
      }),
      { numRuns: 200 },
    )
  })

  it('of classes are found exactly as each of their pairs of ingredients', async () => {
    let interacting = 0
    await fc.assert(
      fc.asyncProperty(pairs, drug, drug, async (table, one, two) => {
        const each = table.flatMap((pair) =>
          membersOf(pair.between[0]).flatMap((a) =>
            membersOf(pair.between[1]).flatMap((b) => (a === b ? [] : [{ a, b, pair }])),
          ),
        )
        const has = ({ ingredients }: CheckedMedication, code: string) =>
          ingredients.some(({ rxcui }) => rxcui === code)
        const expected = each
          .filter(({ a, b }) => (has(one, a) && has(two, b)) || (has(one, b) && has(two, a)))
          .map(({ pair }) => `${pair.severity} ${pair.text[0]?.text}`)
        interacting += expected.length
        expect(await found(table, one, two)).toEqual([...new Set(expected)].toSorted())
      }),
      { numRuns: 300 },
    )
    expect(interacting).toBeGreaterThan(100)
  })
})
