import { transmissionQueue } from '../../partners/transmission-write.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { Migration } from '../../contracts/migration.ts'
import {
  createTestPlatform,
  testCaller,
  testRow,
  testRequestContext,
  type TestPlatform,
} from '../../tests/create-platform.testing.ts'
import type { Caller } from '../../contracts/caller.ts'
import type { WriteContext } from '../../contracts/context.ts'
import type { AccessRow } from '../../contracts/ledger.ts'
import { domainSchema } from '../migrate/domain-schema.ts'
import { newId } from '../ids/new-id.ts'
import { tenantTable } from '../migrate/tenant-table.ts'
import { createUnitOfWork } from './unit-of-work.ts'

const migrations: readonly Migration[] = [
  {
    id: 'gardens/0001-beds',
    statements: [
      ...domainSchema('gardens'),
      ...tenantTable({ schema: 'gardens', name: 'beds', columns: { name: 'text not null' } }),
    ],
  },
]

describe.each(['pglite', 'postgres'] as const)('a unit of work on %s', (engine) => {
  let kit: TestPlatform
  beforeAll(async () => {
    kit = await createTestPlatform(engine, migrations)
  })
  afterAll(() => kit.stop())

  const addBed = async ({ tx, emit, caller }: WriteContext, name: string): Promise<{ id: string; name: string }> => {
    const id = newId()
    await sql`insert into gardens.beds (organization_id, id, name) values (${caller.organizationId}, ${id}, ${name})`.execute(
      tx,
    )
    await emit({ type: 'directory.patient-changed', data: { patientId: id, version: 1 } })
    return { id, name }
  }
  const work = (
    caller: Caller,
    keep: (context: WriteContext) => Promise<{ id: string; name: string }>,
    more: { key?: string; hash?: string; audit?: () => readonly AccessRow[] } = {},
  ) =>
    kit.platform.unitOfWork.run(
      {
        domain: 'gardens',
        context: testRequestContext(caller),
        idempotency: more.key
          ? { key: more.key, operation: 'addBed', requestHash: Buffer.from(more.hash ?? 'same request') }
          : null,
        audit: more.audit ?? (() => [testRow(caller, null, { action: 'create' })]),
      },
      keep,
    )
  const kept = async ({ organizationId }: Caller): Promise<{ beds: number; events: number; accesses: number }> => {
    const count = async (table: string): Promise<number> => {
      const db = kit.platform.database.owner()
      const { rows } = await sql<{
        n: number
      }>`select count(*)::integer as n from ${sql.table(table)} where organization_id = ${organizationId}`.execute(db)
      return rows[0]?.n ?? -1
    }
    return {
      beds: await count('gardens.beds'),
      events: await count('platform.outbox'),
      accesses: await count('audit.accesses'),
    }
  }

  test('stores fact, event and access together', async () => {
    const caller = testCaller()
    const { result, replayed } = await work(caller, (context) => addBed(context, 'roses'))
    expect(result.name).toBe('roses')
    expect(replayed).toBe(false)
    expect(await kept(caller)).toEqual({ beds: 1, events: 1, accesses: 1 })
  })

  test('stores none of them if the handler, the audit or the ledger fails', async () => {
    const caller = testCaller()
    const refusing = async (context: WriteContext): Promise<never> => {
      await addBed(context, 'roses')
      throw new Error('refused')
    }
    await expect(work(caller, refusing)).rejects.toThrow('refused')
    const noAudit = () => {
      throw new Error('answer does not fit')
    }
    await expect(work(caller, (context) => addBed(context, 'roses'), { audit: noAudit })).rejects.toThrow(
      'does not fit',
    )
    const foreign = () => [testRow(testCaller(), null)]
    await expect(work(caller, (context) => addBed(context, 'roses'), { audit: foreign })).rejects.toMatchObject({
      code: '42501',
    })
    expect(await kept(caller)).toEqual({ beds: 0, events: 0, accesses: 0 })
  })

  test('stores no event with a property that the contract does not declare, and nothing else of the transaction', async () => {
    const caller = testCaller()
    const leaking = async (context: WriteContext) => {
      const bed = await addBed(context, 'roses')
      const data = { patientId: bed.id, version: 1, ...{ family: 'Fictional' } }
      await context.emit({ type: 'directory.patient-changed', data })
      return bed
    }
    await expect(work(caller, leaking)).rejects.toThrow('The contract declares no property family')
    expect(await kept(caller)).toEqual({ beds: 0, events: 0, accesses: 0 })
  })

  test('returns its result only after the accesses are durable, and fails if they cannot be', async () => {
    const caller = testCaller()
    const { database, vault, ledger } = kit.platform
    const [flushed, seen] = [Promise.withResolvers<void>(), [] as AccessRow[]]
    const committed = async (rows: readonly AccessRow[]): Promise<void> => {
      seen.push(...rows)
      await flushed.promise
    }
    const unitOfWork = createUnitOfWork({
      database,
      vault,
      ledger: { ...ledger, committed },
      onEvents: () => undefined,
      transmissions: transmissionQueue(vault),
    })
    const row = testRow(caller, null, { action: 'create' })
    const request = { domain: 'gardens', context: testRequestContext(caller), idempotency: null, audit: () => [row] }
    let isAnswered = false
    const answering = unitOfWork.run(request, (context) => addBed(context, 'roses')).then(() => (isAnswered = true))
    await expect.poll(() => seen).toEqual([row])
    expect(isAnswered).toBe(false)
    flushed.resolve()
    await answering

    const full = { ...ledger, committed: () => Promise.reject(new Error('disk full')) }
    const failing = createUnitOfWork({
      database,
      vault,
      ledger: full,
      onEvents: () => undefined,
      transmissions: transmissionQueue(vault),
    })
    const again = { ...request, audit: () => [testRow(caller, null, { action: 'create' })] }
    await expect(failing.run(again, (context) => addBed(context, 'roses'))).rejects.toThrow('disk full')
  })

  test('executes deferred writes at the end, or none at all', async () => {
    const caller = testCaller()
    const addBeside =
      (id: string) =>
      async ({ defer, emit }: WriteContext) => {
        defer({
          text: 'insert into gardens.beds (organization_id, id, name) values ($1, $2, $3)',
          values: [caller.organizationId, id, 'tulips'],
        })
        await emit({ type: 'directory.patient-changed', data: { patientId: id, version: 1 } })
        return { id, name: 'tulips' }
      }
    const id = newId()
    await work(caller, addBeside(id))
    expect(await kept(caller)).toEqual({ beds: 1, events: 1, accesses: 1 })
    await expect(work(caller, addBeside(id))).rejects.toMatchObject({ code: '23505' })
    expect(await kept(caller)).toEqual({ beds: 1, events: 1, accesses: 1 })
  })

  test('replays the first response for a repeated request and audits it again', async () => {
    const caller = testCaller()
    const first = await work(caller, (context) => addBed(context, 'roses'), { key: 'k1' })
    const second = await work(caller, (context) => addBed(context, 'roses'), { key: 'k1' })
    expect(second).toEqual({ result: first.result, replayed: true })
    expect(await kept(caller)).toEqual({ beds: 1, events: 1, accesses: 2 })
  })

  test('runs one of twenty simultaneous repeats and returns its response to all', async () => {
    const caller = testCaller()
    const all = await Promise.all(
      Array.from({ length: 20 }, () => work(caller, (context) => addBed(context, 'roses'), { key: 'k1' })),
    )
    expect(new Set(all.map(({ result }) => result.id)).size).toBe(1)
    expect(all.filter(({ replayed }) => !replayed)).toHaveLength(1)
    expect(await kept(caller)).toMatchObject({ beds: 1, events: 1 })
  })

  test('refuses a key that another request used, but not one of another person or of a failed request', async () => {
    const caller = testCaller()
    const failing = work(caller, () => Promise.reject(new Error('no')), { key: 'k1' })
    await expect(failing).rejects.toThrow('no')
    await work(caller, (context) => addBed(context, 'roses'), { key: 'k1' })
    const other = work(caller, (context) => addBed(context, 'beans'), { key: 'k1', hash: 'another request' })
    await expect(other).rejects.toMatchObject({ status: 409, code: 'idempotency_key_reused' })
    const colleague = testCaller(caller.organizationId)
    expect(
      (await work(colleague, (context) => addBed(context, 'beans'), { key: 'k1', hash: 'another request' })).replayed,
    ).toBe(false)
  })

  test('deletes a key after a day', async () => {
    const caller = testCaller()
    await work(caller, (context) => addBed(context, 'roses'), { key: 'k1' })
    const tomorrow = new Date(Date.now() + 25 * 3_600_000)
    const again = await kit.platform.unitOfWork.run(
      {
        domain: 'gardens',
        context: { ...testRequestContext(caller), now: tomorrow },
        idempotency: { key: 'k1', operation: 'addBed', requestHash: Buffer.from('another request') },
        audit: () => [],
      },
      (context) => addBed(context, 'beans'),
    )
    expect(again.replayed).toBe(false)
    expect(await kept(caller)).toMatchObject({ beds: 2 })
  })

  test('stores responses encrypted', async () => {
    const caller = testCaller()
    await work(caller, (context) => addBed(context, 'Jane Roe-Fictional'), { key: 'k1' })
    const { rows } = await sql<{ text: string }>`
      select encode(answer, 'escape') as text from platform.replays where organization_id = ${caller.organizationId}`.execute(
      kit.platform.database.owner(),
    )
    expect(rows[0]?.text).toBeTruthy()
    expect(rows[0]?.text).not.toContain('Jane')
  })
})
