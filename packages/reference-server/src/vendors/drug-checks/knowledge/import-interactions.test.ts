import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeSetPath } from '../../../platform/code-sets/code-set-files.ts'
import { importIngredients } from './import-ingredients.ts'
import { importInteractions } from './import-interactions.ts'
import type { InteractionSet } from './interaction-set.ts'
import { interactionHeading, newFolder, pairRow, rxNorm, write } from './knowledge-files.testing.ts'

let folder: string
const day = '2026-11-02'
beforeEach(async () => {
  folder = await newFolder()
  await importIngredients({
    from: await rxNorm(folder),
    to: codeSetPath(folder, 'drug-ingredients', day),
    ...{ effectiveFrom: day, source: 'RxNorm fixture' },
  })
})
afterEach(() => rm(folder, { recursive: true }))

const path = () => codeSetPath(folder, 'drug-interactions', day)
const run = async (rows: readonly string[], effectiveFrom = day, heading = interactionHeading) => {
  await write(folder, { 'pairs.csv': [heading, ...rows].join('\r\n') })
  return importInteractions({
    ...{ from: join(folder, 'pairs.csv'), to: path(), effectiveFrom, source: 'A fixture', isDemonstration: false },
  })
}
const written = () => readFile(path(), 'utf8')
const hasSet = async () => (await readdir(folder)).some((name) => name.startsWith('drug-interactions'))
const flipped = (row: string): string => {
  const [a, b, c, d, ...rest] = row.split(',')
  return [c, d, a, b, ...rest].join(',')
}

const ingredients = pairRow('ingredient,723', 'ingredient,29046', 'major')
const classes = pairRow('class,J01DB', 'class,C09A', 'minor')
const mixed = pairRow('class,J01C', 'ingredient,9000001', 'contraindicated')

describe('a table of interactions', () => {
  it('has pairs of ingredients and classes, with severity, text, source and version', async () => {
    expect(await run([ingredients, classes, mixed])).toEqual({ taken: 3, sources: 1 })
    const set = JSON.parse(await written()) as InteractionSet
    expect(set).toMatchObject({
      ...{ effectiveFrom: day, source: 'A fixture', isDemonstration: false },
      sources: [{ name: 'Fictional table', version: '7' }],
    })
    expect(set.pairs).toContainEqual({
      between: [
        { type: 'class', code: 'J01C' },
        { type: 'ingredient', code: '9000001' },
      ],
      severity: 'high',
      text: [{ language: 'en', text: 'Fictional: something happens.' }],
      source: 0,
    })
    expect(set.pairs.map(({ severity }) => severity).toSorted()).toEqual(['high', 'high', 'low'])
  })

  it('is the same for rows in any order, and for pairs in either order', async () => {
    const rows = [ingredients, classes, mixed, pairRow('class,J01DB', 'class,J01DB', 'low', 'B', '2')]
    await run(rows)
    const first = await written()
    const shuffled = fc.shuffledSubarray(rows, { minLength: rows.length })
    const flips = fc.array(fc.boolean(), { minLength: rows.length, maxLength: rows.length })
    await fc.assert(
      fc.asyncProperty(shuffled, flips, async (lines, isFlipped) => {
        await run(lines.map((line, at) => (isFlipped[at] ? flipped(line) : line)))
        expect(await written()).toBe(first)
      }),
      { numRuns: 25 },
    )
  })

  it.each([
    ['an unknown ingredient', pairRow('ingredient,9999999', 'ingredient,723'), 'first'],
    ['a brand', pairRow('ingredient,723', 'ingredient,151392'), 'second'],
    ['an unknown class', pairRow('ingredient,723', 'class,N0000175503'), 'second'],
    ['neither', pairRow('drug,723', 'ingredient,29046'), 'first_type'],
    ['an ingredient with itself', pairRow('ingredient,723', 'ingredient,723'), 'second'],
    ['a severity that says nothing', pairRow('ingredient,723', 'ingredient,29046', 'unknown'), 'severity'],
    ['no sentence', 'ingredient,723,ingredient,29046,high,,,,Fictional table,7', 'text'],
    ['no version', 'ingredient,723,ingredient,29046,high,Sample.,,,Fictional table,', 'source_version'],
    ['a steered direction', 'ingredient,723,ingredient,29046,high,a\u202Eb,,,Fictional table,7', 'text'],
    ['a column too few', 'ingredient,723,ingredient,29046,high,Sample.,,Fictional table,7', null],
    ['a quotation mark that stays open', 'ingredient,723,ingredient,29046,high,"Sample.,,,Fictional table,7', null],
  ])('is refused for %s, which is named by line and field, and nothing is written', async (_, bad, field) => {
    await expect(run([classes, bad])).rejects.toMatchObject({ faults: [{ line: 3, field }] })
    expect(await hasSet()).toBe(false)
  })

  it.each([
    ['a pair that is repeated', flipped(ingredients), 'second'],
    ['a pair with two severities', pairRow('ingredient,29046', 'ingredient,723', 'minor'), 'severity'],
    ['a pair of two sources', pairRow('ingredient,723', 'ingredient,29046', 'major', 'Other', '1'), 'text'],
  ])('is refused for %s: which line is right is not guessed', async (_, bad, field) => {
    await expect(run([ingredients, classes, bad])).rejects.toMatchObject({
      faults: [{ line: 4, field, remedy: expect.stringContaining('Line 2 has this pair') }],
    })
    expect(await hasSet()).toBe(false)
  })

  it('is refused without a pair, with another heading, and without ingredients on its day', async () => {
    await expect(run([])).rejects.toThrow('The file has no pair.')
    await expect(run([ingredients], day, 'a,b')).rejects.toThrow('Let the first line be first_type,first,')
    await expect(run([ingredients], '2026-11-01')).rejects.toThrow('import drug-ingredients')
    expect(await hasSet()).toBe(false)
  })

  it('stays as it was if the next one is refused', async () => {
    await run([ingredients])
    const first = await written()
    await expect(run([ingredients, ingredients])).rejects.toThrow('pairs.csv')
    expect(await written()).toBe(first)
  })
})
