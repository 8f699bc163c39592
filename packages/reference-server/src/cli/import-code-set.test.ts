import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { composeServer } from '../compose-server.ts'
import { composedOnce, environmentOf, lakesideHealth, portalOrigin } from '../tests/compose-server.testing.ts'
import { readConfig } from '../config.ts'
import { newId } from '../platform/database/ids/new-id.ts'
import { copyTemplate, type PreparedDatabase } from '../platform/database/tests/create-test-database.testing.ts'
import { withHardwareKey } from '../platform/http/tests/sign-in.ts'
import { createTestClient } from '../platform/http/tests/http-client.testing.ts'
import {
  interactionHeading,
  label,
  labelFile,
  pairRow,
  rxNorm,
  setIds,
  write,
} from '../vendors/drug-checks/knowledge/knowledge-files.testing.ts'
import { checkCodeSets } from './check-code-sets.ts'
import { importCodeSet } from './import-code-set.ts'
import { registerOrganization } from './register-organization.ts'

const now = new Date('2026-11-25T15:00:00Z')

describe('visitkit-server import', () => {
  let database: PreparedDatabase
  let folder: string
  let environment: Record<string, string>
  beforeAll(async () => {
    database = await copyTemplate('pglite', composedOnce)
  })
  afterAll(() => database.remove())
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'visitkit-import-'))
    environment = environmentOf(folder, database.url)
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const file = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name)
    await writeFile(path, text)
    return path
  }
  const run = (...args: string[]) => importCodeSet(args, environment, now)
  const sets = () => readdir(join(folder, 'data', 'code-sets')).catch(() => [])

  const importAll = async () => {
    const rrf = join(folder, 'rrf')
    await mkdir(rrf)
    const conso = (rxcui: string, termType: string, name: string): string =>
      `${rxcui}|ENG||||||1|1|${rxcui}||RXNORM|${termType}|${rxcui}|${name}||N|4096|`
    const rel = (from: string, relation: string, to: string): string =>
      `${to}||CUI|RO|${from}||CUI|${relation}|||RXNORM||||||`
    await file(
      'rrf/RXNCONSO.RRF',
      [
        conso('9000001', 'IN', 'samplamide'),
        conso('9000002', 'DF', 'Oral Tablet'),
        conso('9000003', 'SCDC', 'samplamide 10 MG'),
        conso('9000004', 'SCD', 'samplamide 10 MG Oral Tablet'),
      ].join('\n'),
    )
    await file(
      'rrf/RXNREL.RRF',
      [
        rel('9000004', 'has_dose_form', '9000002'),
        rel('9000004', 'consists_of', '9000003'),
        rel('9000003', 'has_ingredient', '9000001'),
      ].join('\n'),
    )
    await file('rrf/RXNSAT.RRF', '7804|||1|AUI|x|||DCSA|MTHSPL|CII|N||\n')
    return [
      await run('medications', rrf, '--effective-from', '2026-11-02', '--source', 'Our own copy'),
      await run(
        'diagnoses',
        await file('codes.txt', 'A000    Cholera\nQ999X   Sample malformation of the ear\nZ9989   Dependence\n'),
        '--effective-from',
        '2026-10-01',
      ),
      await run(
        'service-codes',
        await file('codes.csv', 'code_system,code,name,charge\nHCPCS,Q9999,Sample service of the house,12.50\n'),
        '--code-system',
        'hcpcs',
        '--effective-from',
        '2026-01-01',
      ),
    ]
  }

  it('makes the codes available over HTTP on the next server that starts', async () => {
    expect((await importAll()).map(({ exitCode }) => exitCode)).toEqual([0, 0, 0])
    const config = readConfig(environment)
    const server = await composeServer(config)
    try {
      const { url } = await server.listen()
      const organizationId = newId()
      await registerOrganization(
        server,
        { ...lakesideHealth(organizationId, { clientId: 'portal' }), billing: { provider: null, cptLicensed: false } },
        config.codeSetFolder,
      )
      await server.identity.clients.refreshOrigins()
      const person = {
        kind: 'member',
        personId: newId(),
        roles: ['practitioner', 'biller'],
        patientIds: [],
        practitionerId: newId(),
      } as const
      const terms = {
        organizationId,
        clientId: 'portal',
        origin: portalOrigin,
        authenticatedAt: new Date(),
        signIn: withHardwareKey,
      }
      const { accessToken } = await server.identity.open(person, terms)
      const client = createTestClient({ url, accessToken: async () => accessToken, origin: portalOrigin })
      expect(await client.get('/v1/medications?search=samplam')).toMatchObject({
        status: 200,
        body: { items: [{ rxcui: '9000004', strength: '10 MG' }] },
      })
      expect(await client.get('/v1/diagnosis-codes?search=malformation%20ear')).toMatchObject({
        status: 200,
        body: { items: [{ code: 'Q99.9X' }] },
      })
      expect(await client.get('/v1/service-codes?search=q9999')).toMatchObject({
        status: 200,
        body: { items: [{ code: 'Q9999', name: 'Sample service of the house', chargeCents: 1250 }] },
      })
    } finally {
      await server.close()
    }
  })

  it('can be repeated, and the doctor reports the imported sets', async () => {
    await importAll()
    const first = await sets()
    await rm(join(folder, 'rrf'), { recursive: true })
    await importAll()
    expect(await sets()).toEqual(first)
    expect(await checkCodeSets(readConfig(environment))).toMatchObject([
      { state: 'ok', message: 'medications from 2026-11-02.' },
      { state: 'ok', message: 'diagnoses from 2026-10-01.' },
      { check: 'drug checks', message: expect.stringContaining('rules of the demonstration') },
      { check: 'drug checks', message: expect.stringContaining('No labels are imported') },
    ])
    await writeFile(join(folder, 'data', 'code-sets', 'diagnoses-2026-12-01.json'), '{"effectiveFr')
    expect(await checkCodeSets(readConfig(environment))).toMatchObject([{ state: 'fault' }])
  })

  it('makes drug knowledge the checks of the next server that starts, and the doctor reports it', async () => {
    await importAll()
    const config = readConfig(environment)
    await run('drug-ingredients', await rxNorm(folder), '--effective-from', '2026-10-05', '--source', 'RxNorm fixture')
    await write(folder, {
      'rxnorm_mappings.txt': `SETID|SPL_VERSION|RXCUI|RXSTRING|RXTTY\n${setIds[0]}|3|9000004|samplamide|SCD\n`,
      'classes.ndjson': '{"rxclassDrugInfoList":{"rxclassDrugInfo":[]}}',
    })
    const labels = await write(join(folder, 'openfda'), {
      'drug-label-0001-of-0001.json': labelFile([label(setIds[0], [])], '2026-10-03'),
    })
    const dated = ['--effective-from', '2026-10-05'] as const
    expect(await run('label-index', join(folder, 'rxnorm_mappings.txt'), ...dated)).toMatchObject({ exitCode: 0 })
    expect(await run('drug-labels', labels, ...dated, '--source', 'openFDA fixture')).toMatchObject({ exitCode: 0 })
    expect(await run('drug-classes', join(folder, 'classes.ndjson'), ...dated)).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('ATC1-4'),
    })
    const messages = (await checkCodeSets(config, now)).map(({ state, message }) => `${state} ${message}`)
    expect(messages.slice(2)).toEqual([
      'ok Allergies and duplicates are compared with RxNorm fixture, from 2026-10-05. Classes: RxNorm fixture, from 2026-10-05.',
      expect.stringMatching(/^warning Interactions are not compared, .*the label is shown/),
      'warning The medications are of 2026-11-02, and the ingredients of 2026-10-05: newer medications are not known to the checks. Import drug-ingredients of the same release.',
      'ok Labels of 1 drugs are shown: openFDA fixture, from 2026-10-05.',
    ])
  })

  it('makes a table of interactions part of the checks, and the doctor names it and reports a demonstration', async () => {
    const config = readConfig(environment)
    const shipped = fileURLToPath(new URL('../../packs/medications/demonstration-interactions.csv', import.meta.url))
    const table = await file('pairs.csv', `${interactionHeading}\n${pairRow('ingredient,723', 'class,C09AA')}\n`)
    const dated = ['--effective-from', '2026-10-05'] as const
    expect(await run('drug-interactions', table, ...dated)).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('import drug-ingredients'),
    })
    await run('drug-ingredients', await rxNorm(folder), ...dated, '--source', 'RxNorm fixture')
    expect(await run('drug-interactions', table, ...dated)).toMatchObject({
      exitCode: 0,
      text: expect.stringContaining('1 pairs of 1 sources'),
    })
    const found = async (of = config) =>
      (await checkCodeSets(of, now)).find(({ message }) => message.startsWith('Interactions are compared'))
    expect(await found()).toEqual({
      ...{ check: 'drug checks', state: 'ok' },
      message: 'Interactions are compared with Fictional table, version 7.',
    })
    // The one that ships names ingredients that the small fixture does not have, each with its line.
    expect(await run('drug-interactions', shipped, ...dated, '--demonstration')).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('line 2, first'),
    })
    expect(await run('drug-interactions', table, ...dated, '--demonstration')).toMatchObject({
      text: expect.stringContaining('marked as a demonstration'),
    })
    expect(await found()).toMatchObject({ state: 'ok', message: expect.stringContaining('no clinical knowledge') })
    expect(await found({ ...config, mode: 'production' })).toMatchObject({ state: 'fault' })
  })

  it('refuses CPT without a license statement, and imports it with one', async () => {
    const path = await file('cpt.csv', 'code_system,code,name,charge\nCPT,00000,Fake,\n')
    const args = ['service-codes', path, '--code-system', 'CPT', '--effective-from', '2026-01-01']
    const refused = await run(...args)
    expect(refused).toMatchObject({ exitCode: 1, text: expect.stringContaining('American Medical Association') })
    expect(await sets()).toEqual([])
    expect(await run(...args, '--cpt-licensed')).toMatchObject({ exitCode: 0 })
    expect(await sets()).toEqual(['service-codes-cpt-2026-01-01.json'])
  })

  it('names the line, the field and the remedy of a bad file', async () => {
    const path = await file('codes.csv', 'code_system,code,name,charge\nHCPCS,Q9999,x,free\n')
    expect(await run('service-codes', path, '--code-system', 'HCPCS', '--effective-from', '2026-01-01')).toEqual({
      exitCode: 1,
      text: [
        'codes.csv cannot be imported; nothing was changed.',
        '- line 2, charge: Write dollars as 125 or 125.50, or leave the price empty.',
      ].join('\n'),
    })
  })

  it('reports a missing file, and leaves no partial file where it cannot write', async () => {
    expect(await run('diagnoses', join(folder, 'none.txt'), '--effective-from', '2026-10-01')).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('ENOENT'),
    })
    expect(await run('medications', folder, '--effective-from', '2026-10-01')).toMatchObject({ exitCode: 1 })
    const inTheWay = await file('in-the-way', '')
    environment = { ...environment, VISITKIT_CODE_SETS: inTheWay }
    const list = await file('codes.txt', 'A000    Cholera\nZ9989   Dependence\n')
    expect(await run('diagnoses', list, '--effective-from', '2026-10-01')).toMatchObject({ exitCode: 1 })
  })

  it.each([
    [[]],
    [['diagnoses']],
    [['diagnoses', 'a', 'b', '--effective-from', '2026-10-01']],
    [['diagnoses', 'a']],
    [['diagnoses', 'a', '--effective-from', '2026-02-30']],
    [['diagnoses', 'a', '--effective-from', '../../x']],
    [['service-codes', 'a', '--effective-from', '2026-10-01']],
    [['service-codes', 'a', '--effective-from', '2026-10-01', '--code-system', 'LOINC']],
    [['everything', 'a', '--effective-from', '2026-10-01']],
    [['diagnoses', 'a', '--unknown']],
  ])('prints its usage for missing or wrong arguments: %j', async (args) => {
    expect(await run(...args)).toMatchObject({ exitCode: 2, text: expect.stringContaining('--effective-from') })
  })
})
