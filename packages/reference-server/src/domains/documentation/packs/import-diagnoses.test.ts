import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeSetFiles, codeSetPath } from '../../../platform/code-sets/code-set-files.ts'
import { importDiagnoses } from './import-diagnoses.ts'
import { loadDiagnoses } from './load-diagnoses.ts'

/** The columns of the published format. */
const line = (order: number, code: string, billable: 0 | 1, short: string, long = short): string =>
  `${String(order).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${short.padEnd(60)} ${long}`

const small = [
  line(1, 'A00', 0, 'Cholera'),
  line(2, 'A000', 1, 'Cholera due to Vibrio cholerae 01', 'Cholera due to Vibrio cholerae 01, biovar cholerae'),
  line(3, 'S93409A', 1, 'Sprain of unsp ligament', '=HYPERLINK("x"), *B~ |^ & <i>sprain</i>; Ménière'),
  line(4, 'Z9989', 1, 'Dependence on enabling machines', ''),
]

describe('importing a release of ICD-10-CM', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'visitkit-icd-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const run = async (text: string, effectiveFrom = '2026-10-01') => {
    const file = join(folder, 'icd10cm-order.txt')
    await writeFile(file, text)
    return importDiagnoses({ file, to: codeSetPath(folder, 'diagnoses', effectiveFrom), effectiveFrom, source: 'Own' })
  }
  const loaded = async () => loadDiagnoses(await codeSetFiles(folder, 'diagnoses'))

  it('imports the order file without headings, with any text in its wordings', async () => {
    expect(await run(`${small.join('\r\n')}\r\n`)).toEqual({ taken: 3 })
    const catalog = await loaded()
    expect(catalog.find('A00.0', '2026-11-25')?.display).toBe('Cholera due to Vibrio cholerae 01, biovar cholerae')
    expect(catalog.find('S93.409A', '2026-11-25')?.display).toBe('=HYPERLINK("x"), *B~ |^ & <i>sprain</i>; Ménière')
    expect(catalog.find('Z99.89', '2026-11-25')?.display).toBe('Dependence on enabling machines')
    expect(catalog.find('A00', '2026-11-25')).toBeNull()
  })

  it('imports the list of codes', async () => {
    expect(await run('A000    Cholera\nE119    Type 2 diabetes mellitus\nZ9989   Dependence\n')).toEqual({ taken: 3 })
    expect((await loaded()).search('diab', 5, '2026-11-25')).toMatchObject([
      { code: 'E11.9', display: 'Type 2 diabetes mellitus' },
    ])
  })

  it('can be repeated without change, and starts the next release on its day', async () => {
    await run(small.join('\n'))
    await run(small.join('\n'))
    await run('A000    Cholera\nZ9989   Dependence of the next year\n', '2027-10-01')
    expect((await readdir(folder)).filter((name) => name.endsWith('.json'))).toEqual([
      'diagnoses-2026-10-01.json',
      'diagnoses-2027-10-01.json',
    ])
    const catalog = await loaded()
    expect(catalog.find('S93.409A', '2027-09-30')).not.toBeNull()
    expect(catalog.find('S93.409A', '2027-10-01')).toBeNull()
    expect(catalog.find('Z99.89', '2027-10-01')?.display).toBe('Dependence of the next year')
    // Before the first import the subset of the release applies, and after it does not.
    expect(catalog.find('I10', '2026-09-30')).not.toBeNull()
    expect(catalog.find('I10', '2026-10-01')).toBeNull()
  })

  it.each([
    ['an unknown format', ['code;display'], 1, 'code'],
    ['a truncated line', [...small.slice(0, 2), '00003 S934'], 3, 'can be billed'],
    ['a truncated wording', [...small.slice(0, 2), '00003 S93409A 1 '], 3, 'wording'],
    ['a code with its dot', [small[0] ?? '', line(2, 'A00.0', 1, 'Cholera')], 2, 'code'],
    ['a duplicate code', [...small, line(5, 'A000', 1, 'Cholera')], 5, 'code'],
    ['lines out of order', [small[1] ?? '', small[0] ?? ''], 2, 'order number'],
    [
      'a bidirectional control character',
      [...small.slice(0, 3), line(4, 'Z9989', 1, 'Dependence \u202Eno')],
      4,
      'wording',
    ],
    ['a control character', [...small.slice(0, 3), line(4, 'Z9989', 1, 'Dependence\u0007')], 4, 'wording'],
    ['bytes that are not UTF-8', [...small.slice(0, 3), line(4, 'Z9989', 1, 'Depend\uFFFDnce')], 4, 'wording'],
    ['a truncated file', small.slice(0, 3), null, null],
    ['an empty file', [''], null, null],
  ])('with %s reports the line and imports nothing', async (_, lines, at, field) => {
    await expect(run(lines.join('\n'))).rejects.toMatchObject({
      faults: expect.arrayContaining([expect.objectContaining({ line: at, field, remedy: expect.any(String) })]),
    })
    expect(await readdir(folder)).toEqual(['icd10cm-order.txt'])
  })

  it('keeps the previous set when the next one is invalid', async () => {
    await run(small.join('\n'))
    await expect(run('code;display')).rejects.toThrow('nothing was changed')
    expect((await loaded()).find('A00.0', '2026-11-25')).not.toBeNull()
  })

  it('imports a hundred thousand lines, and shortens the report of a hundred thousand faults', async () => {
    const code = (at: number): string =>
      `${String.fromCharCode(65 + Math.floor(at / 4_000))}${String(at % 4_000).padStart(4, '0')}`
    const many = Array.from({ length: 100_000 }, (_, at) => `${code(at)}   Sample diagnosis ${at}`)
    expect(await run([...many, 'Z9989   The last one'].join('\n'))).toEqual({ taken: 100_001 })
    expect((await loaded()).search('sample diagnosis 99999', 5, '2026-11-25')).toHaveLength(1)
    const error = await run(
      many
        .map((each) => each.replace('A', '?'))
        .map((each) => `?${each}`)
        .join('\n'),
    ).catch(String)
    expect(String(error).split('\n').length).toBeLessThan(30)
  })
})
