import { createPublicKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CompiledQuery, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Migration } from '../contracts/migration.ts'
import { createTestPlatform, testCaller, testRow, type TestPlatform } from '../tests/create-platform.testing.ts'
import { domainSchema } from '../database/migrate/domain-schema.ts'
import type { AccessRow } from '../contracts/ledger.ts'
import { insertAccesses } from './access-columns.ts'
import { readCheckpoints } from './checkpoint-file.ts'
import { findUnlinkedRow, readLedger } from './export-ledger.ts'
import type { AuditJournal } from './journal.ts'
import { createLedger } from './ledger.ts'
import { linkAccesses } from './link-accesses.ts'
import { newId } from '../database/ids/new-id.ts'
import { numberedRow } from './numbered-row.testing.ts'
import { verifyLedger, type LinkedRow } from './verify-ledger.ts'

const migrations: readonly Migration[] = [{ id: 'gardens/0001-schema', statements: domainSchema('gardens') }]

describe.each(['pglite', 'postgres'] as const)('the ledger on %s', (engine) => {
  let kit: TestPlatform
  beforeAll(async () => {
    kit = await createTestPlatform(engine, migrations)
    await kit.platform.start()
  })
  afterAll(() => kit.stop())

  const countOf = async (organizationId: string): Promise<number> => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from audit.accesses where organization_id = ${organizationId}`.execute(
      kit.platform.database.owner(),
    )
    return rows[0]?.n ?? -1
  }
  const publicKey = async () => createPublicKey(await readFile(join(kit.folder, 'keys', 'audit-signing-key.pub.pem')))
  const verify = async () =>
    verifyLedger(
      readLedger(kit.platform.database),
      await readCheckpoints(join(kit.folder, 'checkpoints.ndjson')),
      await publicKey(),
    )

  test('has every row that it acknowledged, and no other, after many concurrent requests', async () => {
    const caller = testCaller()
    await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        kit.platform.ledger.append([testRow(caller, `p${index}`), testRow(caller, null)]),
      ),
    )
    expect(await countOf(caller.organizationId)).toBe(600)
  })

  test('refuses only the request whose row cannot be stored', async () => {
    const caller = testCaller()
    const good = Array.from({ length: 20 }, () => kit.platform.ledger.append([testRow(caller, 'p')]))
    const bad = kit.platform.ledger.append([testRow(caller, 'p', { id: 'no uuid' })])
    await expect(bad).rejects.toMatchObject({ status: 503, code: 'audit_unavailable' })
    await Promise.all(good)
    expect(await countOf(caller.organizationId)).toBe(20)
  })

  test('stores an id as sent, without characters that the database cannot store', async () => {
    const caller = testCaller()
    await kit.platform.ledger.append([testRow(caller, null, { entityId: `a\0b${'x'.repeat(1_000)}` })])
    expect(await countOf(caller.organizationId)).toBe(1)
  })

  test('lets a domain add rows, but not read, change or remove them', async () => {
    const caller = testCaller()
    const scope = { domain: 'gardens', organizationId: caller.organizationId }
    const add = kit.platform.database.transact(scope, async (_, last) => last(insertAccesses([testRow(caller, 'p')])))
    await expect(add).resolves.not.toBeNull()
    expect(await countOf(caller.organizationId)).toBe(1)
    const db = kit.platform.database.reader(scope)
    const reads = [sql`select 1 from audit.accesses`, sql`select 1 from audit.access_rows`]
    const changes = [
      sql`update audit.access_rows set because = 'x'`,
      sql`delete from audit.access_rows`,
      sql`truncate audit.access_rows`,
    ]
    for (const attempt of [...reads, ...changes])
      await expect(attempt.execute(db)).rejects.toMatchObject({ code: '42501' })
    const across = kit.platform.database.readerAcross('audit')
    for (const attempt of changes) await expect(attempt.execute(across)).rejects.toMatchObject({ code: '42501' })
    await expect(sql`delete from audit.link_groups`.execute(across)).rejects.toMatchObject({ code: '42501' })
    await expect(sql`update audit.checkpoints set at = now()`.execute(across)).rejects.toMatchObject({ code: '42501' })
  })

  test('waits for the journal where the engine does not flush, and refuses the write when the journal fails', async () => {
    const caller = testCaller()
    const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
    const journalOf = (append: AuditJournal['append']): AuditJournal => ({
      append,
      isFull: false,
      rotate: () => Promise.reject(new Error('not asked')),
      close: async () => undefined,
    })
    const { database } = kit.platform
    const written: AccessRow[] = []
    const kept = createLedger({ database, journal: journalOf(async (rows) => void written.push(...rows)), log })
    const row = testRow(caller, 'p')
    await kept.committed([row])
    expect(written).toEqual([row])
    const full = createLedger({ database, journal: journalOf(() => Promise.reject(new Error('disk full'))), log })
    await expect(full.committed([row])).rejects.toMatchObject({ status: 503, code: 'audit_unavailable' })
    await expect(full.append([row])).rejects.toMatchObject({ status: 503, code: 'audit_unavailable' })
    await Promise.all([kept.stop(), full.stop()])
  })

  test('links and signs all rows, and the verifier finds no fault', async () => {
    await kit.platform.ledger.append([numberedRow(1)])
    await kit.platform.checkpointer.checkpointNow()
    const total = await sql<{ n: number }>`select count(*)::integer as n from audit.accesses`.execute(
      kit.platform.database.owner(),
    )
    expect(await verify()).toMatchObject({ fault: null, rows: total.rows[0]?.n, unsigned: 0 })
    expect(kit.platform.checkpointer.state()).toMatchObject({
      fault: null,
      lastCheckpoint: { lastSequence: total.rows[0]?.n },
    })
  })

  test('names a row that was changed, removed or inserted directly in the database', async () => {
    const rows = Array.from({ length: 10 }, (_, index) => numberedRow(index))
    await kit.platform.ledger.append(rows)
    await kit.platform.checkpointer.checkpointNow()
    const owner = kit.platform.database.owner()
    const victim = rows[4] as AccessRow
    const found = await sql<{
      sequence: string
    }>`select sequence from audit.links where access_id = ${victim.id}`.execute(owner)
    const sequence = Number(found.rows[0]?.sequence)
    expect(sequence).toBeGreaterThan(0)

    await sql`update audit.access_rows set other_ids = other_ids || '{"patientId":"patient-9"}' where id = ${victim.id}`.execute(
      owner,
    )
    expect((await verify()).fault).toEqual({ kind: 'row_changed', sequence })
    await sql`update audit.access_rows set other_ids = other_ids || jsonb_build_object('patientId', ${victim.patientId}::text)
      where id = ${victim.id}`.execute(owner)
    expect((await verify()).fault).toBeNull()

    const slipped = newId()
    // In one statement: a row that the ledger appends is linked within a second.
    await sql`insert into audit.access_rows
      select (jsonb_populate_record(known, jsonb_build_object('id', ${slipped}::text, 'xid', '1'))).*
      from audit.access_rows as known where id = ${victim.id}`.execute(owner)
    expect(await findUnlinkedRow(kit.platform.database)).toMatchObject({ kind: 'row_not_linked', accessId: slipped })
    await sql`delete from audit.access_rows where id = ${slipped}`.execute(owner)
    expect(await findUnlinkedRow(kit.platform.database)).toBeNull()

    await sql`delete from audit.access_rows where id = ${victim.id}`.execute(owner)
    expect((await verify()).fault).toEqual({ kind: 'row_missing', sequence })
    await kit.platform.ledger.append([victim])
    await sql`update audit.access_rows set xid = '1' where id = ${victim.id}`.execute(owner)
    expect((await verify()).fault).toBeNull()
  })

  // The embedded engine runs one transaction at a time.
  test.skipIf(engine === 'pglite')('links a row after one that was written earlier and committed later', async () => {
    const caller = testCaller()
    const { database, ledger, checkpointer } = kit.platform
    const [early, late] = [testRow(caller, 'early'), testRow(caller, 'late')]
    let commit = (): void => undefined
    let written = (): void => undefined
    const held = new Promise<void>((resolve) => (commit = resolve))
    const begun = new Promise<void>((resolve) => (written = resolve))
    const slow = database.transact({ domain: 'gardens', organizationId: caller.organizationId }, async (tx) => {
      const { text, values } = insertAccesses([early])
      await tx.executeQuery(CompiledQuery.raw(text, [...values]))
      written()
      await held
    })
    await begun
    await ledger.append([late])
    await linkAccesses(database, 'wait')
    const linked = sql`
      select access_id as id from audit.links where organization_id = ${caller.organizationId} order by sequence`
    expect((await linked.execute(database.owner())).rows).toEqual([])
    commit()
    await slow
    await checkpointer.checkpointNow()
    const { rows } = await linked.execute(database.owner())
    expect(rows).toEqual([{ id: early.id }, { id: late.id }])
  })

  test('reports a checkpoint that was removed from the database but is in the checkpoint file', async () => {
    await kit.platform.ledger.append([numberedRow(1)])
    await kit.platform.checkpointer.checkpointNow()
    const links: LinkedRow[] = []
    for await (const link of readLedger(kit.platform.database)) links.push(link)
    const checkpoints = await readCheckpoints(join(kit.folder, 'checkpoints.ndjson'))
    const cut = await verifyLedger(links.slice(0, -1), checkpoints, await publicKey())
    expect(cut.fault).toEqual({ kind: 'truncated', sequence: links.length })
  })
})
