import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import {
  createTestPlatform,
  testCaller,
  testRow,
  type TestPlatform,
} from '../platform/tests/create-platform.testing.ts'
import { findUnlinkedRow, readLedger } from '../platform/audit/export-ledger.ts'
import { createClientRegistry } from '../platform/identity/client-registry.ts'
import { identityMigrations } from '../platform/identity/migrations.ts'
import { auditExport } from './audit-export.ts'
import { auditRemove } from './audit-remove.ts'
import { auditVerify } from './audit-verify.ts'

const caller = testCaller()
const sevenYearsLater = new Date(Date.now() + 7 * 366 * 86_400_000)

describe('accesses that were retained long enough', () => {
  let kit: TestPlatform
  let files: Record<'ledger' | 'checkpoints' | 'key', string>
  const append = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) await kit.platform.ledger.append([testRow(caller, `p${index}`)])
    await kit.platform.checkpointer.checkpointNow()
  }
  beforeAll(async () => {
    kit = await createTestPlatform('postgres', identityMigrations)
    files = {
      ledger: join(kit.folder, 'ledger.ndjson'),
      checkpoints: join(kit.folder, 'checkpoints.ndjson'),
      key: join(kit.folder, 'keys', 'audit-signing-key.pub.pem'),
    }
    await append(25)
    await append(10)
    expect(await auditExport(['--database', kit.databaseUrl, '--out', files.ledger])).toBe(35)
  })
  afterAll(() => kit.stop())

  const remove = (through: number, ledger = files.ledger, now = sevenYearsLater) =>
    auditRemove(['--database', kit.databaseUrl, '--through', String(through), '--ledger', ledger, ...outside()], now)
  const outside = () => ['--checkpoints', files.checkpoints, '--key', files.key]
  const verify = (...more: string[]) => auditVerify(['--database', kit.databaseUrl, ...outside(), ...more])
  const countOf = async (): Promise<number> => {
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from audit.access_rows`.execute(
      kit.platform.database.owner(),
    )
    return rows[0]?.n ?? -1
  }
  const changed = async (change: (lines: string[]) => string[]): Promise<string> => {
    const path = join(kit.folder, 'changed.ndjson')
    const lines = (await readFile(files.ledger, 'utf8')).trimEnd().split('\n')
    await writeFile(path, `${change(lines).join('\n')}\n`)
    return path
  }

  test('are not removed before, nor without an export that has all of them as they were signed', async () => {
    expect(await remove(1, files.ledger, new Date())).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('is retained until'),
    })
    const cut = await changed((lines) => lines.slice(0, 20))
    expect((await remove(1, cut)).text).toContain('not whole (truncated')
    const forged = await changed((lines) => lines.with(3, lines[3]!.replace('p3', 'p4')))
    expect((await remove(1, forged)).text).toContain('not whole (row_changed at row 4)')
    const later = await changed((lines) => lines.slice(25))
    expect((await remove(2, later)).text).toContain('the export begins at row 26, the database at 1')
    expect(await remove(9)).toMatchObject({ exitCode: 1, text: expect.stringContaining('no checkpoint 9') })
    expect(await countOf()).toBe(35)
  })

  test('are removed up to a checkpoint; what follows is verified from there, and goes on', async () => {
    expect(await remove(1)).toEqual({
      exitCode: 0,
      text: '25 rows removed, up to row 25. From now on, verify with --after 1.',
    })
    expect(await countOf()).toBe(10)
    expect((await verify()).text, 'only who knows of it accepts it').toContain('row 1 is missing')
    expect(await verify('--after', '1')).toEqual({
      exitCode: 0,
      text: expect.stringMatching(
        /^Whole: 10 rows, 1 signed checkpoints, 0 rows not signed yet\.\nHead, to note: 35:[0-9a-f]{64}$/,
      ),
    })
    await append(5)
    expect(await verify('--after', '1')).toMatchObject({ exitCode: 0, text: expect.stringContaining('Whole: 15 rows') })
    expect(await findUnlinkedRow(kit.platform.database)).toBeNull()
    expect(await remove(1)).toEqual({ exitCode: 0, text: 'Nothing to remove.' })
    // The export of before is still whole by itself.
    expect(await auditVerify(['--ledger', files.ledger, ...outside()])).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('rows from 36 on were signed'),
    })
  })

  test('a row that is removed or changed afterwards is found as before', async () => {
    const next = join(kit.folder, 'next.ndjson')
    expect(await auditExport(['--database', kit.databaseUrl, '--out', next, '--after', '1'])).toBe(15)
    expect(await auditVerify(['--ledger', next, ...outside(), '--after', '1'])).toMatchObject({ exitCode: 0 })
    const ids: string[] = []
    for await (const { sequence, row } of readLedger(kit.platform.database)) ids[sequence] = row?.id ?? ''
    await sql`update audit.access_rows set because = 'x' where id = ${ids[28]}`.execute(kit.platform.database.owner())
    expect((await verify('--after', '1')).text).toContain('row 28 was changed')
  })

  test('nothing follows from a checkpoint that was forged, and none from one that does not exist', async () => {
    const text = await readFile(files.checkpoints, 'utf8')
    await writeFile(files.checkpoints, text.replace('"firstSequence":1,', '"firstSequence":2,'))
    expect((await verify('--after', '1')).text).toContain('the checkpoint that begins at row 2')
    await writeFile(files.checkpoints, text)
    expect(await verify('--after', '7')).toMatchObject({ exitCode: 2 })
  })
})

test('each removal leaves a row for every organization, and a refused one leaves none', async () => {
  const kit = await createTestPlatform('postgres', identityMigrations)
  onTestFinished(() => kit.stop())
  await createClientRegistry(kit.platform.database).register({
    organizationId: caller.organizationId,
    clientId: 'portal',
    name: 'Portal',
    grants: ['token-exchange'],
    origins: ['https://portal.example'],
  })
  await kit.platform.ledger.append([testRow(caller, 'p1')])
  await kit.platform.checkpointer.checkpointNow()
  const ledger = join(kit.folder, 'ledger.ndjson')
  await auditExport(['--database', kit.databaseUrl, '--out', ledger])
  const places = [
    ...['--database', kit.databaseUrl, '--through', '1', '--ledger', ledger],
    ...['--checkpoints', join(kit.folder, 'checkpoints.ndjson')],
    ...['--key', join(kit.folder, 'keys', 'audit-signing-key.pub.pem')],
  ]
  const left = async () =>
    (
      await sql`select organization_id, actor_kind from audit.accesses where operation = 'audit.remove'`.execute(
        kit.platform.database.readerAcross('audit'),
      )
    ).rows
  expect(await auditRemove(places, new Date())).toMatchObject({ exitCode: 1 })
  expect(await left()).toEqual([])
  expect(await auditRemove(places, sevenYearsLater)).toMatchObject({ exitCode: 0 })
  expect(await left()).toEqual([{ organization_id: caller.organizationId, actor_kind: 'system' }])
})
