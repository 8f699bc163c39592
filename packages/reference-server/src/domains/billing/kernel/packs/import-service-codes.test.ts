import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeSetPath, type CodeSetKind } from '../../../../platform/code-sets/code-set-files.ts'
import { importServiceCodes } from './import-service-codes.ts'
import { serviceCodesFor } from '../model/billing-pack.ts'
import type { ImportedServiceCode } from '../model/read-service-codes.ts'
import { loadBillingPack } from './load-billing-pack.ts'

const heading = 'code_system,code,name,charge\n'

describe('importing service codes', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'visitkit-codes-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const sets = () => join(folder, 'sets')
  const run = async (
    codeSystem: ImportedServiceCode['codeSystem'],
    csv: string,
    {
      cptLicensedOn = null,
      effectiveFrom = '2026-01-01',
    }: { cptLicensedOn?: string | null; effectiveFrom?: string } = {},
  ) => {
    const file = join(folder, 'codes.csv')
    await writeFile(file, csv)
    const to = codeSetPath(sets(), `service-codes-${codeSystem.toLowerCase()}` as CodeSetKind, effectiveFrom)
    return importServiceCodes({ file, to, codeSystem, effectiveFrom, source: 'Own', cptLicensedOn })
  }
  const written = () => readdir(sets()).catch(() => [])
  const named = async (code: string, day: string, cptLicensed = true) =>
    serviceCodesFor(await loadBillingPack(sets()), { cptLicensed }, day)
      .filter((each) => each.code === code)
      .map(({ name }) => name)

  it('adds codes, and gives shipped ones the imported name from its day on', async () => {
    const [shipped] = await named('G2010', '2026-06-01')
    expect(
      await run('HCPCS', `${heading}HCPCS,G2010,"Picture, ours",25\nHCPCS,Q9999,=1+1,\n`, {
        effectiveFrom: '2026-07-01',
      }),
    ).toEqual({ taken: 2 })
    expect(await named('G2010', '2026-06-30')).toEqual([shipped])
    expect(await named('G2010', '2026-07-01')).toEqual(['Picture, ours'])
    expect(await named('Q9999', '2026-07-01')).toEqual(['=1+1'])
    expect((await loadBillingPack(sets())).fees.filter(({ code }) => code === 'G2010')).toMatchObject([
      { chargeCents: 2500, effectiveFrom: '2026-07-01' },
    ])
  })

  it('changes nothing when it is repeated, and ends where the next release begins', async () => {
    await run('HCPCS', `${heading}HCPCS,Q9999,First,\n`)
    const before = await readFile(join(sets(), 'service-codes-hcpcs-2026-01-01.json'), 'utf8')
    await run('HCPCS', `${heading}HCPCS,Q9999,First,\n`)
    expect(await readFile(join(sets(), 'service-codes-hcpcs-2026-01-01.json'), 'utf8')).toBe(before)
    await run('HCPCS', `${heading}HCPCS,Q9998,Second,\n`, { effectiveFrom: '2027-01-01' })
    expect(await named('Q9999', '2026-12-31')).toEqual(['First'])
    expect(await named('Q9999', '2027-01-01')).toEqual([])
  })

  it('refuses CPT without a license, and says why and what to do', async () => {
    await expect(run('CPT', `${heading}CPT,00000,Fake,\n`)).rejects.toThrow(
      /American Medical Association.*--cpt-licensed.*HCPCS/s,
    )
    await expect(run('HCPCS', `${heading}HCPCS,00000,Fake,\n`)).rejects.toMatchObject({
      faults: [{ line: 2, field: 'code', code: 'license-missing' }],
    })
    expect(await written()).toEqual([])
  })

  it('imports CPT for a licensee, records their confirmation, and shows it to organizations with a license', async () => {
    await run('CPT', `${heading}CPT,00000,Fake,10\n`, { cptLicensedOn: '2026-11-25' })
    expect(JSON.parse(await readFile(join(sets(), 'service-codes-cpt-2026-01-01.json'), 'utf8'))).toMatchObject({
      cptLicense: { statedOn: '2026-11-25' },
    })
    expect(await named('00000', '2026-11-25')).toEqual(['Fake'])
    expect(await named('00000', '2026-11-25', false)).toEqual([])
  })

  it('does not start with CPT codes that were put into the folder by hand', async () => {
    await run('local', `${heading}local,ABC1,Fake,\n`)
    const path = join(sets(), 'service-codes-local-2026-01-01.json')
    await writeFile(path, (await readFile(path, 'utf8')).replace('ABC1', '00000'))
    await expect(loadBillingPack(sets())).rejects.toThrow('license')
  })

  it.each<[string, string, number | null, string | null]>([
    ['no heading', 'HCPCS,Q9999,x,\n', 1, null],
    ['a line of another system', `${heading}HCPCS,Q9999,x,\nlocal,ABC1,x,\n`, 3, 'code_system'],
    ['a semicolon between columns', `${heading}HCPCS;Q9999;x;\n`, 2, null],
    ['a code twice', `${heading}HCPCS,Q9999,x,\nHCPCS,q9999,y,\n`, 3, 'code'],
    ['a code of another form', `${heading}HCPCS,=Q999,x,\n`, 2, 'code'],
    ['a steered direction', `${heading}HCPCS,Q9999,a\u202Eb,\n`, 2, 'name'],
    ['a price in words', `${heading}HCPCS,Q9999,x,$25\n`, 2, 'charge'],
    ['a line that is cut short', `${heading}HCPCS,Q9999,x,\nHCPCS,Q99`, 3, null],
    ['no code at all', heading, null, null],
    [
      'more prices than a fee schedule holds',
      heading + Array.from({ length: 601 }, (_, at) => `HCPCS,Q${1000 + at},x,1\n`).join(''),
      602,
      'charge',
    ],
  ])('with %s names the place and writes nothing', async (_, csv, line, field) => {
    await expect(run('HCPCS', csv)).rejects.toMatchObject({
      faults: [{ line, field, remedy: expect.stringMatching(/\w/) }],
    })
    expect(await written()).toEqual([])
  })
})
