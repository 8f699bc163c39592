import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeSetFiles, codeSetPath } from '../../../platform/code-sets/code-set-files.ts'
import { readSynonyms } from '../model/read-synonyms.ts'
import { importDiagnosisSynonyms } from './import-diagnosis-synonyms.ts'
import { loadDiagnoses } from './load-diagnoses.ts'

describe('importing synonyms of diagnoses', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'visitkit-synonyms-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const run = async (text: string) => {
    const file = join(folder, 'terms.csv')
    await writeFile(file, text)
    const effectiveFrom = '2026-11-01'
    const to = codeSetPath(folder, 'diagnosis-synonyms', effectiveFrom)
    return importDiagnosisSynonyms({ file, to, effectiveFrom, source: 'Own' })
  }

  it('makes the terms of the file findable', async () => {
    expect(await run('term,code\nThe sugar,E11.9\nthe sugar,E109\n"gut, upset",K52.9\n')).toEqual({ taken: 2 })
    const catalog = await loadDiagnoses([], await codeSetFiles(folder, 'diagnosis-synonyms'))
    expect(catalog.search('The Sugar', 5, '2026-11-25')).toMatchObject([
      { code: 'E11.9', match: { by: 'synonym', term: 'the sugar' } },
      { code: 'E10.9' },
    ])
    expect(catalog.search('upset gut', 5, '2026-11-25')[0]?.code).toBe('K52.9')
    expect(catalog.search('htn', 5, '2026-11-25')[0]?.code).toBe('I10')
  })

  it('changes nothing for a file with faults, and names each', async () => {
    const bad = 'term,code\nx,I10\nfine,I10\nfine,I10\nword,hypertension\nthree,I10,more\n'
    await expect(run(bad)).rejects.toThrow('nothing was changed')
    expect((await readdir(folder)).filter((name) => name.endsWith('.json'))).toEqual([])
    expect(readSynonyms(bad).faults.map(({ line, field }) => [line, field])).toEqual([
      [2, 'term'],
      [4, 'code'],
      [5, 'code'],
      [6, null],
    ])
    expect(readSynonyms('code,term\nI10,htn\n').faults).toMatchObject([{ line: 1 }])
    expect(readSynonyms('term,code\n').faults).toMatchObject([{ line: null }])
    expect(readSynonyms('term,code\nright \u202Eleft,I10\n').faults).toMatchObject([{ line: 2, field: 'term' }])
  })
})
