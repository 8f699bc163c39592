import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeSetPath, type CodeSetKind } from '../../../platform/code-sets/code-set-files.ts'
import { importClasses } from './import-classes.ts'
import { importIngredients, type ImportKnowledge } from './import-ingredients.ts'
import { importLabelIndex } from './import-label-index.ts'
import { atc, conso, names, newFolder, relations, rxNorm, setIds, write } from './knowledge-files.testing.ts'

let folder: string
beforeEach(async () => {
  folder = await newFolder()
})
afterEach(() => rm(folder, { recursive: true }))

const sets = () => join(folder, 'sets')
const order = (kind: CodeSetKind, from: string): ImportKnowledge => {
  const effectiveFrom = '2026-11-02'
  return { from, to: codeSetPath(sets(), kind, effectiveFrom), effectiveFrom, source: 'A fixture' }
}
const written = async (kind: CodeSetKind) => readFile(codeSetPath(sets(), kind, '2026-11-02'), 'utf8')
const files = () => readdir(sets()).catch(() => [])
const shuffled = <Item>(items: readonly Item[]) => fc.shuffledSubarray([...items], { minLength: items.length })

describe('the ingredients of an RxNorm release', () => {
  const run = async () => importIngredients(order('drug-ingredients', join(folder, 'rrf')))
  const put = (conso_: readonly string[], rel_: readonly string[] = relations) =>
    write(join(folder, 'rrf'), { 'RXNCONSO.RRF': conso_.join('\n'), 'RXNREL.RRF': rel_.join('\n') })

  it('are those of drugs, brands, salts, combinations and packs, and a drug with an unknown part is left out', async () => {
    await rxNorm(folder)
    expect(await run()).toEqual({ taken: 8, classes: 8, leftOut: 1 })
    const { drugs, substances, classes } = JSON.parse(await written('drug-ingredients'))
    expect(drugs).toMatchObject({ '9000031': ['48203', '723'], '9000041': ['723'], '314076': ['29046'] })
    expect(Object.keys(drugs)).not.toContain('9000051')
    expect(Object.keys(drugs)).not.toContain('9000052')
    expect(substances).toMatchObject({
      '203134': { name: 'penicillin V potassium', ingredients: ['7984'] },
      '151392': { name: 'Augmentin', ingredients: ['48203', '723'] },
    })
    expect(classes.members['723']).toEqual(['J01CA'])
    expect(classes.names).toMatchObject({ J01C: 'BETA-LACTAM ANTIBACTERIALS, PENICILLINS', J01D: 'J01D' })
  })

  it('are the same for rows in any order, with rows that occur twice and rows of other vocabularies', async () => {
    await rxNorm(folder)
    await run()
    const first = await written('drug-ingredients')
    const foreign = [conso('723', 'PT', 'another name', 'MMSL'), '5|FRE||||||1|1|5||MSHFRE|IN|5|x||N|4096|']
    await fc.assert(
      fc.asyncProperty(
        shuffled([...names, ...atc, ...foreign, ...names.slice(0, 4)]),
        shuffled([...relations, ...relations.slice(0, 3)]),
        async (conso_, rel_) => {
          await put(conso_, rel_)
          await run()
          expect(await written('drug-ingredients')).toBe(first)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('are refused if a line is cut anywhere, and the earlier set stays', async () => {
    await rxNorm(folder)
    await run()
    const first = await written('drug-ingredients')
    const lines = [...names, ...atc]
    await fc.assert(
      fc.asyncProperty(fc.nat(lines.length - 1), fc.double({ min: 0.01, max: 0.99, noNaN: true }), async (at, part) => {
        const whole = lines[at] ?? ''
        await put([...lines.slice(0, at), whole.slice(0, Math.ceil((whole.length - 1) * part))])
        await expect(run()).rejects.toMatchObject({ faults: [{ file: 'RXNCONSO.RRF', line: at + 1 }] })
        expect(await written('drug-ingredients')).toBe(first)
      }),
      { numRuns: 25 },
    )
  })

  it.each([
    ['one column too many', conso('9000099', 'IN', 'a|b'), null],
    ['no RxNorm code', conso('=5', 'IN', 'x'), 'RXCUI'],
    ['no name', conso('9000099', 'IN', ''), 'STR'],
    ['a steered direction', conso('9000099', 'IN', 'dig\u202Eoxin'), 'STR'],
    ['two names of one concept', conso('723', 'IN', 'ampicillin'), 'STR'],
    ['an unknown kind of class', conso('723', 'IN', 'amoxicillin', 'ATC', 'J1'), 'CODE'],
  ])('are refused for %s, which is named by file, line and field', async (_, bad, field) => {
    await rxNorm(folder, { more: [bad] })
    const line = names.length + atc.length + 1
    await expect(run()).rejects.toMatchObject({ faults: [{ file: 'RXNCONSO.RRF', line, field }] })
    expect(await files()).toEqual([])
  })

  it('are refused without relations, and for a file that is one line without end', async () => {
    await put(names, [])
    await expect(run()).rejects.toThrow('give the rrf folder')
    await put(['x'.repeat(1_200_000)])
    await expect(run()).rejects.toThrow('RXNCONSO.RRF, line 1')
    expect(await files()).toEqual([])
  })

  it('end if relations form a circle', async () => {
    await put(
      [...names, conso('9000071', 'MIN', 'circle')],
      [...relations, `9000071||CUI|RO|9000071||CUI|has_part|||RXNORM||||||`],
    )
    expect(await run()).toMatchObject({ leftOut: 2 })
  })
})

describe('the index of DailyMed', () => {
  const header = 'SETID|SPL_VERSION|RXCUI|RXSTRING|RXTTY'
  const rows = [
    `${setIds[0]}|3|308191|amoxicillin 500 MG Oral Capsule|SCD`,
    `${setIds[0]}|4|9000041|a pack|GPCK`,
    `${setIds[1].toUpperCase()}|12|308191|amoxicillin 500 MG Oral Capsule|PSN`,
  ]
  const run = async (lines: readonly string[]) => {
    await write(folder, { 'rxnorm_mappings.txt': lines.join('\n') })
    return importLabelIndex(order('label-index', join(folder, 'rxnorm_mappings.txt')))
  }

  it('has the labels of each drug, and the latest version of each label', async () => {
    // As published, and as a spreadsheet saves it.
    await run([`\uFEFF${header}\r`, ...rows.map((row) => `${row}\r`)])
    const saved = await written('label-index')
    expect(await run([header, ...rows, ''])).toEqual({ taken: 2 })
    expect(await written('label-index')).toBe(saved)
    expect(JSON.parse(await written('label-index'))).toMatchObject({
      versions: { [setIds[0]]: 4, [setIds[1]]: 12 },
      labels: { '308191': [...setIds], '9000041': [setIds[0]] },
    })
  })

  it('is the same for rows and columns in any order, with further columns and with rows that occur twice', async () => {
    await run([header, ...rows])
    const first = await written('label-index')
    const columns = [...header.split('|'), 'NEW_COLUMN']
    await fc.assert(
      fc.asyncProperty(shuffled(columns), shuffled([...rows, ...rows]), async (order_, lines) => {
        const inOrder = (line: string) => {
          const cells = [...line.split('|'), 'new']
          return order_.map((name) => cells[columns.indexOf(name)]).join('|')
        }
        await run([order_.join('|'), ...lines.map(inOrder)])
        expect(await written('label-index')).toBe(first)
      }),
      { numRuns: 20 },
    )
  })

  it.each([
    ['another file', ['a,b,c', ...rows], 1, 'SETID'],
    ['a missing column', ['SETID|SPL_VERSION|RXSTRING|RXTTY'], 1, 'RXCUI'],
    ['a line that is cut short', [header, rows[0] ?? '', `${setIds[0]}|3|308`], 3, null],
    ['no id of a label', [header, 'x|3|308191|a|SCD'], 2, 'SETID'],
    ['no version', [header, `${setIds[0]}||308191|a|SCD`], 2, 'SPL_VERSION'],
    ['no code', [header, `${setIds[0]}|3|=5|a|SCD`], 2, 'RXCUI'],
    ['no rows', [header], null, null],
  ])('is refused for %s, and nothing is written', async (_, lines, line, field) => {
    await expect(run(lines)).rejects.toMatchObject({ faults: [{ file: 'rxnorm_mappings.txt', line, field }] })
    expect(await files()).toEqual([])
  })
})

describe('classes of RxClass', () => {
  const row = (rxcui: string, classId: string, className: string, classType: string) => ({
    minConcept: { rxcui, name: 'x', tty: 'IN' },
    rxclassMinConceptItem: { classId, className, classType },
    rela: '',
    relaSource: 'ATC',
  })
  const answer = (...rows: readonly object[]) => JSON.stringify({ rxclassDrugInfoList: { rxclassDrugInfo: rows } })
  const epc = row('723', 'N0000175497', 'Penicillin-class Antibacterial', 'EPC')
  const run = async (lines: readonly string[]) => {
    await write(folder, { 'classes.ndjson': lines.join('\n') })
    return importClasses(order('drug-classes', join(folder, 'classes.ndjson')))
  }

  it('are those of therapy, in any order, and others are counted', async () => {
    const lines = [
      answer(epc, row('723', 'D001', 'Infection', 'DISEASE')),
      '{}',
      answer(row('29046', 'C09AA', 'ACE inhibitors, plain', 'ATC1-4')),
      '',
    ]
    expect(await run(lines)).toEqual({ taken: 2, leftOut: 1 })
    const first = await written('drug-classes')
    expect(JSON.parse(first)).toMatchObject({ members: { '723': ['N0000175497'], '29046': ['C09AA'] } })
    await run([...lines.toReversed(), ...lines])
    expect(await written('drug-classes')).toBe(first)
  })

  it.each([
    ['an answer that is cut short', [answer(epc), answer(epc).slice(0, 60)], 2, null],
    ['an answer of another operation', ['{"drugMemberGroup":{}}'], 1, 'rxclassDrugInfoList'],
    ['no list', ['{"rxclassDrugInfoList":{}}'], 1, 'rxclassDrugInfo'],
    ['no code', [answer(row('x', 'C09AA', 'n', 'EPC'))], 1, 'minConcept.rxcui'],
    ['no class', [answer(row('1', '', 'n', 'EPC'))], 1, 'rxclassMinConceptItem.classId'],
    ['no name', [answer(row('1', 'C', ' ', 'EPC'))], 1, 'rxclassMinConceptItem.className'],
    ['none of these classes', [answer(row('1', 'C', 'n', 'DISEASE'))], null, null],
  ])('are refused for %s, and nothing is written', async (_, lines, line, field) => {
    await expect(run(lines)).rejects.toMatchObject({ faults: [{ file: 'classes.ndjson', line, field }] })
    expect(await files()).toEqual([])
  })
})
