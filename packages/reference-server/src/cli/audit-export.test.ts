import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessColumns } from '../platform/audit/access-columns.ts'
import { balpFaults } from '../platform/audit/formats/balp-rules.testing.ts'
import type { AuditEvent } from '../platform/audit/formats/audit-event-types.ts'
import { addressContext, writeOriginDetails } from '../platform/audit/client-address.ts'
import {
  createTestPlatform,
  testCaller,
  testRow,
  type TestPlatform,
} from '../platform/tests/create-platform.testing.ts'
import { createClientRegistry } from '../platform/identity/client-registry.ts'
import { identityMigrations } from '../platform/identity/migrations.ts'
import { auditExportCommand } from './audit-export.ts'

let kit: TestPlatform
const caller = testCaller()
const rows = Array.from({ length: 12 }, (_, index) => ({
  ...testRow(caller, `patient-${index % 4}`),
  at: new Date(Date.UTC(2026, 10, 25, 12, index)),
  action: (['read', 'search', 'export'] as const)[index % 3] ?? 'read',
  entityId: `entity-${index}`,
}))
beforeAll(async () => {
  kit = await createTestPlatform('postgres', identityMigrations)
  for (const row of rows) await kit.platform.ledger.append([row])
  await kit.platform.checkpointer.checkpointNow()
})
afterAll(() => kit.stop())

const run = async (name: string, ...args: readonly string[]) => {
  const out = join(kit.folder, name)
  const { exitCode, text } = await auditExportCommand(['--database', kit.databaseUrl, '--out', out, ...args], {
    VISITKIT_DATA_FOLDER: kit.folder,
  })
  const lines = exitCode === 0 ? (await readFile(out, 'utf8')).split(/\r?\n/).filter((line) => line !== '') : []
  return { exitCode, text, lines }
}

test('the ledger is exported as FHIR AuditEvents, one for each row, which conform to their profiles', async () => {
  const { lines, text } = await run('all.ndjson', '--format', 'fhir', '--server', 'https://visits.example.org')
  const events = lines.map((line) => JSON.parse(line) as AuditEvent)
  expect(text).toBe('12 rows written')
  expect(events.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  expect(events.flatMap(balpFaults)).toEqual([])
})

test('as CSV every column of the ledger is there, and rows are chosen by any of them and by time', async () => {
  const all = await run('all.csv', '--format', 'csv')
  expect(all.lines[0]?.split(',')).toEqual(['sequence', ...accessColumns.map(([, , property]) => property)])
  expect(all.lines).toHaveLength(13)
  const [row] = rows
  for (const [, , property] of accessColumns) {
    if (property === 'at') continue
    const value = row?.[property] ?? ''
    const { lines } = await run(`by-${property}.csv`, '--format', 'csv', '--where', `${property}=${value}`)
    const expected = rows.filter((each) => (each[property] ?? '') === value)
    expect(lines.slice(1).length, property).toBe(expected.length)
    for (const { id } of expected) expect(lines.join('\n')).toContain(id)
  }
  const noon = ['--from', '2026-11-25T12:03:00Z', '--to', '2026-11-25T12:05:00Z']
  const timed = await run('timed.csv', '--format', 'csv', ...noon)
  expect(timed.lines.slice(1)).toHaveLength(2)
})

test('a wrong argument is named with what to do, and no file is written', async () => {
  for (const [args, message] of [
    [['--format', 'xml'], '--format must be ledger, fhir or csv.'],
    [['--format', 'fhir'], '--format fhir needs --server'],
    [['--format', 'csv', '--where', 'name=x'], '--where must be name=value'],
    [['--format', 'csv', '--from', 'noon'], '--from must be a time'],
    [['--where', 'action=read'], 'a part of a ledger cannot be verified'],
  ] as const) {
    const { exitCode, text } = await run('never.txt', ...args)
    expect(exitCode).toBe(2)
    expect(text).toContain(message)
  }
  await expect(readFile(join(kit.folder, 'never.txt'))).rejects.toThrow('ENOENT')
})

test('each export leaves one row for every organization, and a refused one leaves none', async () => {
  await createClientRegistry(kit.platform.database).register({
    organizationId: caller.organizationId,
    clientId: 'portal',
    name: 'Portal',
    grants: ['token-exchange'],
    origins: ['https://portal.example'],
  })
  const left = async () => {
    const { rows: found } = await sql<{ organization: string; actor: string }>`
      select organization_id as organization, actor_kind as actor from audit.accesses where operation = 'audit.export'`.execute(
      kit.platform.database.readerAcross('audit'),
    )
    return found
  }
  const before = (await left()).length
  for (const format of ['csv', 'ledger']) await run(`left-${format}.txt`, '--format', format)
  await run('left-never.txt', '--format', 'xml')
  const after = await left()
  expect(after).toHaveLength(before + 2)
  expect(after[0]).toEqual({ organization: caller.organizationId, actor: 'system' })
})

test('with --addresses the network of a client is its address, of each row of its origin, and without it its application', async () => {
  const { sessionId } = caller
  const vault = kit.platform.vault
  const sealedAddress = await vault.seal(
    kit.platform.database.reader({ domain: 'identity', organizationId: caller.organizationId }),
    addressContext(caller.organizationId, sessionId, null),
    '192.0.2.7',
  )
  const details = writeOriginDetails({ tokenId: 'token-1', sealedAddress })
  const member = { ...testRow(caller, 'patient-1'), actorKind: 'member', origin: 'abcdef' } as const
  const later = (seconds: number) => new Date(Date.UTC(2026, 10, 26, 12, 0, seconds))
  await kit.platform.ledger.append([{ ...member, at: later(0), originDetails: details, query: null }])
  await kit.platform.ledger.append([
    {
      ...testRow(caller, 'patient-2'),
      ...{ actorKind: 'member', origin: 'abcdef', consents: 'consent-1' },
      at: later(1),
    },
  ])
  await kit.platform.checkpointer.checkpointNow()
  const asked = [
    '--format',
    'fhir',
    '--server',
    'https://visits.example.org',
    '--from',
    '2026-11-26T12:00:01Z',
    '--to',
    '2026-11-26T12:00:02Z',
  ] as const
  const networks = async (name: string, ...more: readonly string[]) => {
    const { lines } = await run(name, ...asked, ...more)
    const events = lines.map((line) => JSON.parse(line) as AuditEvent)
    expect(events.flatMap(balpFaults)).toEqual([])
    // The act, and the decision by consent.
    return events.map(({ agent, id }) => [
      id.endsWith('-consent'),
      agent[0]?.network,
      agent.flatMap((each) => each.policy ?? []),
    ])
  }
  const policy = ['urn:ietf:params:oauth:jti:token-1']
  const address = { address: '192.0.2.7', type: '2' }
  expect(await networks('addresses.ndjson', '--addresses')).toEqual([
    [false, address, policy],
    [true, address, []],
  ])
  const application = { address: `urn:visitkit:client:${caller.clientId}`, type: '5' }
  expect(await networks('applications.ndjson')).toEqual([
    [false, application, policy],
    [true, application, []],
  ])
  expect(await run('never.txt', '--format', 'csv', '--addresses')).toMatchObject({ exitCode: 2 })
})
