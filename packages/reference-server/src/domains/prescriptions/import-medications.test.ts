import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importMedications } from './import-medications.ts'
import { loadMedications } from './store/load-medications.ts'

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
  const release = (sat: string) =>
    Promise.all([
      writeFile(
        join(folder, 'RXNCONSO.RRF'),
        [
          conso('29046', 'IN', 'lisinopril'),
          conso('317541', 'DF', 'Oral Tablet'),
          conso('316151', 'SCDC', 'lisinopril 10 MG'),
          conso('314076', 'SCD', 'lisinopril 10 MG Oral Tablet'),
        ].join('\r\n'),
      ),
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
  const run = () =>
    importMedications({
      folder: pathToFileURL(`${folder}/`),
      to: pathToFileURL(join(folder, 'pack.json')),
      effectiveFrom: '2026-11-02',
      source: 'RxNorm of 2 November 2026, the user’s own copy',
    })

  it('writes a pack with which the server starts', async () => {
    await release('7804|||1|AUI|x|||DCSA|MTHSPL|CII|N||\n')
    expect(await run()).toEqual({ taken: 1, leftOut: { form: 0, ingredients: 0, strength: 0 } })
    const { set } = await loadMedications(pathToFileURL(join(folder, 'pack.json')))
    expect(set.search('lisin', 5).map(({ rxcui }) => rxcui)).toEqual(['314076'])
  })

  it('writes nothing when the release does not say what is controlled', async () => {
    await release('7804|||1|AUI|x|||RXN_STRENGTH|RXNORM|5|N||\n')
    await expect(run()).rejects.toThrow('DCSA')
    expect(await readdir(folder)).not.toContain('pack.json')
  })
})
