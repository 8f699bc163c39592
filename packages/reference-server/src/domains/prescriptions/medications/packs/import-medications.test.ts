import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeSetPath } from '../../../../platform/code-sets/code-set-files.ts'
import { importMedications } from './import-medications.ts'
import { loadMedications } from './load-medications.ts'

describe('importing the user’s own RxNorm release', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'visitkit-rxnorm-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const conso = (rxcui: string, termType: string, name: string): string =>
    `${rxcui}|ENG||||||1|1|${rxcui}||RXNORM|${termType}|${rxcui}|${name}||N|4096|`
  const rel = (from: string, relation: string, to: string): string =>
    `${to}||CUI|RO|${from}||CUI|${relation}|||RXNORM||||||`
  const lisinopril = [
    conso('29046', 'IN', 'lisinopril'),
    conso('317541', 'DF', 'Oral Tablet'),
    conso('316151', 'SCDC', 'lisinopril 10 MG'),
    conso('314076', 'SCD', 'lisinopril 10 MG Oral Tablet'),
  ]
  const schedules = '7804|||1|AUI|x|||DCSA|MTHSPL|CII|N||\n'
  const release = (sat: string, names: readonly string[] = lisinopril) =>
    Promise.all([
      writeFile(join(folder, 'RXNCONSO.RRF'), names.join('\r\n')),
      writeFile(
        join(folder, 'RXNREL.RRF'),
        [
          rel('314076', 'has_dose_form', '317541'),
          rel('314076', 'consists_of', '316151'),
          rel('316151', 'has_ingredient', '29046'),
        ].join('\n'),
      ),
      writeFile(join(folder, 'RXNSAT.RRF'), sat),
    ])
  const to = () => codeSetPath(join(folder, 'sets'), 'medications', '2026-11-02')
  const run = () =>
    importMedications({
      folder,
      to: to(),
      effectiveFrom: '2026-11-02',
      source: 'RxNorm of 2 November 2026, the user’s own copy',
    })
  const sets = () => readdir(join(folder, 'sets')).catch(() => [])

  it('writes the same set each time, and the server starts with it', async () => {
    await release(schedules)
    expect(await run()).toEqual({ taken: 1, leftOut: { form: 0, ingredients: 0, strength: 0, schedule: 0 } })
    await run()
    expect(await sets()).toEqual(['medications-2026-11-02.json'])
    const { set } = await loadMedications(to())
    expect(set.search('lisin', 5).map(({ rxcui }) => rxcui)).toEqual(['314076'])
  })

  it('writes nothing if the release contains no schedules', async () => {
    await release('7804|||1|AUI|x|||RXN_STRENGTH|RXNORM|5|N||\n')
    await expect(run()).rejects.toThrow('DCSA')
    expect(await sets()).toEqual([])
  })

  it.each([
    ['a line that is cut short', '5|ENG||||||1|1|5||RXNORM|SCD|5|insu', 5, null],
    ['one column too many', conso('5', 'SCD', 'a|b'), 5, null],
    ['no RxNorm code', conso('=5', 'SCD', 'x'), 5, 'RXCUI'],
    ['a drug without a name', conso('5', 'SCD', ' '), 5, 'STR'],
    ['a steered direction', conso('5', 'SCD', 'digoxin \u202EGM 521.0'), 5, 'STR'],
    ['a control character', conso('5', 'SCD', 'digoxin\u0000'), 5, 'STR'],
    ['two names of one drug', conso('314076', 'SCD', 'lisinopril 20 MG Oral Tablet'), null, 'STR'],
  ])('with %s names the line and the field, and writes nothing', async (_, bad, line, field) => {
    await release(schedules, [...lisinopril, bad])
    await expect(run()).rejects.toMatchObject({ faults: [{ file: 'RXNCONSO.RRF', line, field }] })
    expect(await sets()).toEqual([])
  })

  it('treats formulas and delimiters of other formats as text', async () => {
    await release(schedules, [...lisinopril.slice(0, 3), conso('314076', 'SCD', '=cmd(), *~^&<b> "10" MG Oral Tablet')])
    await run()
    expect((await loadMedications(to())).set.find('314076')?.medication.name).toBe(
      '=cmd(), *~^&<b> "10" MG Oral Tablet',
    )
  })

  it('accepts a release of a hundred thousand lines', async () => {
    const others = Array.from({ length: 100_000 }, (_, at) =>
      conso(String(1_000_000 + at), at % 2 === 0 ? 'SCD' : 'SY', `sample ${at} 10 MG Oral Tablet`),
    )
    await release(schedules, [...others, ...lisinopril])
    expect(await run()).toMatchObject({ taken: 1, leftOut: { form: 50_000 } })
  })
})
