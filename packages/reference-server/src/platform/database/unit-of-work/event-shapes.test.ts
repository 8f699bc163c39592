import fc from 'fast-check'
import { CompiledQuery, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DomainEvent } from '../../contracts/event.ts'
import { readSettled } from '../../events/read-settled.testing.ts'
import { migrations } from '../../events/relay.testing.ts'
import { createTestPlatform, type TestPlatform } from '../../tests/create-platform.testing.ts'
import { newId } from '../ids/new-id.ts'
import { EventShapes } from './event-shapes.ts'
import { insertEventsStatement } from './outbox-rows.ts'

/** What the contract does not need to declare: any JSON, with ids where there may be ids. */
const payloads = fc.dictionary(
  fc.constantFrom('patientId', 'visitId', 'status', 'version', 'at', 'many', 'nested', 'none'),
  fc.oneof(
    { weight: 4, arbitrary: fc.uuid() },
    fc.uuid().map((id) => id.toUpperCase()),
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string().filter((text) => !text.includes('\0') && text.isWellFormed()),
    fc.array(fc.oneof(fc.uuid(), fc.integer()), { maxLength: 3 }),
    fc.record({ id: fc.uuid(), count: fc.integer() }),
  ),
)

describe.each(['pglite', 'postgres'] as const)('events of the outbox on %s', (engine) => {
  let kit: TestPlatform
  beforeAll(async () => {
    kit = await createTestPlatform(engine, migrations)
  })
  afterAll(() => kit.stop())

  const organizationId = newId()
  const eventOf = (type: string, data: unknown): DomainEvent =>
    ({ id: newId(), organizationId, type, at: new Date().toISOString(), version: 1, data }) as DomainEvent
  const insert = async (events: readonly DomainEvent[]): Promise<void> => {
    const { database } = kit.platform
    const { text, values } = insertEventsStatement(database, events)
    await database.owner().executeQuery(CompiledQuery.raw(text, [...values]))
  }
  const rowsOf = async (from: string, type: string) => {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(from)}
      where id in (select id from platform.outbox where type = ${type}) order by id`.execute(
      kit.platform.database.owner(),
    )
    return rows
  }
  const registered = async (type: string): Promise<number> => {
    const { rows } = await sql`select from platform.event_shapes where type = ${type}`.execute(
      kit.platform.database.owner(),
    )
    return rows.length
  }
  const readAll = async (types: readonly string[] | null) =>
    (await readSettled(kit.platform.database.readerAcross('platform'), types)).map(({ event }) => event)

  test('the first event of its shape is stored in full, and later ones without names and with short ids', async () => {
    const data = { patientId: newId(), visitId: newId(), status: 'waiting', none: null }
    await insert([eventOf('gardens.seen', data)])
    await expect.poll(() => registered('gardens.seen')).toBe(1)
    await expect
      .poll(async () => {
        await insert([eventOf('gardens.seen', data)])
        return (await rowsOf('platform.event_rows', 'gardens.seen')).at(-1)
      })
      .toMatchObject({ type: null, data: ['waiting', null], ids: { length: 32 } })
    const shown = await rowsOf('platform.outbox', 'gardens.seen')
    expect(shown.length).toBeGreaterThan(1)
    for (const row of shown)
      expect(row).toMatchObject({ type: 'gardens.seen', version: 1, data, organization_id: organizationId })
  })

  test('every payload is read as it was emitted, of all events and of some types, and the view shows it', async () => {
    const samples = fc.sample(payloads, { numRuns: 60, seed: 7 })
    const events = samples.flatMap((data) => [eventOf('gardens.any', data)])
    // Twice: in full, and with their shapes.
    await insert(events)
    await expect.poll(() => registered('gardens.any')).toBeGreaterThan(10)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const again = samples.map((data) => eventOf('gardens.any', data))
    for (const some of [again.slice(0, 1), again.slice(1, 3), again.slice(3)]) await insert(some)
    const rows = await rowsOf('platform.event_rows', 'gardens.any')
    expect(rows.filter(({ type }) => type === null).length).toBeGreaterThanOrEqual(60)
    const all = [...events, ...again]
    for (const types of [null, ['gardens.any', 'gardens.other']]) {
      const read = new Map((await readAll(types)).map((event) => [event.id, event]))
      for (const event of all) expect(read.get(event.id)).toEqual(event)
    }
    const shown = new Map((await rowsOf('platform.outbox', 'gardens.any')).map((row) => [row['id'], row['data']]))
    for (const { id, data } of all) expect(shown.get(id)).toEqual(data)
  })

  test('another process reads what has a shape that it does not know yet, and both may register one at once', async () => {
    const reader = kit.platform.database.readerAcross('platform')
    const [one, other] = [new EventShapes(reader), new EventShapes(reader)]
    const [first, second] = [{ patientId: newId() }, { visitId: newId(), version: 3 }]
    const formsBy = (shapes: EventShapes) => [first, second].map((data) => shapes.formOf(eventOf('gardens.two', data)))
    formsBy(one)
    formsBy(other)
    await expect
      .poll(() => [...formsBy(one), ...formsBy(other)].map(({ type }) => type))
      .toEqual([null, null, null, null])
    expect(formsBy(one)).toEqual(formsBy(other))
    expect(await new EventShapes(reader).eventsOf(formsBy(one))).toEqual([
      { type: 'gardens.two', version: 1, data: first },
      { type: 'gardens.two', version: 1, data: second },
    ])
    await expect(one.eventsOf([{ type: null, form: 999_999, data: null, ids: null }])).rejects.toThrow('shape 999999')
  })

  test('a process of the release before stores events in full and reads all, until it is replaced', async () => {
    const { database } = kit.platform
    const data = { bedId: newId(), status: 'dry' }
    const insertAsBefore = (organization: string): Promise<unknown> =>
      database.transact({ domain: 'gardens', organizationId }, (tx) =>
        sql`with w0 as (
          insert into platform.outbox (organization_id, id, type, at, version, data)
          select * from (values (${organization}::uuid, ${newId()}::uuid, 'gardens.dry'::text, now(), 1::integer, ${JSON.stringify(data)}::jsonb)) as rows
        ) select 1`.execute(tx),
      )
    await insertAsBefore(organizationId)
    await expect(insertAsBefore(newId())).rejects.toThrow()
    // The shape of its event is known to the others.
    await insert([eventOf('gardens.dry', data)])
    await expect.poll(() => registered('gardens.dry')).toBe(1)
    await expect
      .poll(async () => {
        await insert([eventOf('gardens.dry', data)])
        return (await rowsOf('platform.event_rows', 'gardens.dry')).at(-1)?.['type']
      })
      .toBe(null)
    const { rows } = await sql<Record<string, unknown>>`
      select organization_id, id, type, at, version, data, xid::text as xid from platform.outbox
      where (xid, id) > ('0'::xid8, '00000000-0000-0000-0000-000000000000'::uuid) and type = any(array['gardens.dry'])
      order by xid, id limit 100`.execute(database.readerAcross('platform'))
    expect(rows.length).toBeGreaterThan(2)
    for (const row of rows) expect(row).toMatchObject({ type: 'gardens.dry', version: 1, data })
    expect((await readAll(['gardens.dry'])).map((event) => event.data)).toEqual(rows.map(() => data))
  })

  test('a domain can neither register a shape nor change one', async () => {
    const { rows } = await sql<{ grantee: string; privilege: string }>`
      select grantee, privilege_type as privilege from information_schema.role_table_grants
      where table_schema = 'platform' and table_name = 'event_shapes' and grantee <> 'postgres' order by privilege`.execute(
      kit.platform.database.owner(),
    )
    expect(rows).toEqual([
      { grantee: 'visitkit_platform', privilege: 'INSERT' },
      { grantee: 'visitkit_platform', privilege: 'SELECT' },
    ])
  })
})
