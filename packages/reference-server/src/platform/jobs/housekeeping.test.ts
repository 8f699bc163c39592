import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestPlatform, type TestPlatform } from '../tests/create-platform.testing.ts'
import { newId } from '../database/ids/new-id.ts'
import { consumerMark } from '../database/unit-of-work/consumer-mark.ts'
import { housekeepingJobs } from './housekeeping.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

const day = 86_400_000
const now = new Date()
const old = new Date(now.getTime() - 31 * day)
const recent = new Date(now.getTime() - 29 * day)

describe.each(platformEngines)('what the platform stores for some days on %s', (engine) => {
  let kit: TestPlatform
  beforeAll(async () => {
    kit = await createTestPlatform(engine, [])
  })
  afterAll(() => kit.stop())

  const run = async (name: string): Promise<void> => {
    const job = housekeepingJobs(kit.platform.database).find((each) => each.name === name)
    if (job === undefined) throw new Error(`no job ${name}`)
    await job.run(now)
  }
  const countOf = async (table: string): Promise<number> => {
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`.execute(
      kit.platform.database.owner(),
    )
    return rows[0]?.n ?? -1
  }
  const idsAt = (moment: Date, count: number): string[] => {
    const prefix = moment.getTime().toString(16).padStart(12, '0')
    const start = `${prefix.slice(0, 8)}-${prefix.slice(8)}`
    return Array.from({ length: count }, (_, index) => `${start}-7000-8000-${index.toString(16).padStart(12, '0')}`)
  }
  const insertEvents = async (moment: Date, ids: readonly string[], xid: number): Promise<void> => {
    const owner = kit.platform.database.owner()
    await sql`insert into platform.event_rows (organization_id, id, type, at, form, data, xid)
      select ${newId()}::uuid, id, 'test.happened', ${moment}, 1, '{}', ${xid}::text::xid8 from unnest(${ids}::uuid[]) as id`.execute(
      owner,
    )
    await sql`insert into platform.consumed (organization_id, consumer, event_id)
      select ${newId()}::uuid, consumer, id from unnest(${ids}::uuid[]) as id,
        unnest(array[${consumerMark('gardens.one')}, ${consumerMark('gardens.two')}]::integer[]) as consumer`.execute(
      owner,
    )
  }

  test('is deleted after 30 days, however much there is: events, and marks of their consumers', async () => {
    const [first, ...others] = idsAt(old, 12_000)
    if (first === undefined) throw new Error('no event')
    await insertEvents(old, [first, ...others], 100)
    await insertEvents(recent, idsAt(recent, 20), 200)
    // Its delivery is to be repeated.
    await sql`insert into platform.failed_deliveries (consumer, event_id, event_xid, organization_id, attempts, error, next_at)
      values ('gardens.one', ${first}, '100', ${newId()}, 8, 'Error', now())`.execute(kit.platform.database.owner())
    await run('platform.remove-old-events')
    expect({ events: await countOf('platform.outbox'), marks: await countOf('platform.consumed') }).toEqual({
      events: 21,
      marks: 42,
    })
  })

  test('is deleted after a day, if it is the answer to a request', async () => {
    const owner = kit.platform.database.owner()
    const insertAnswers = (count: number, expiresAt: Date) =>
      sql`insert into platform.replays (organization_id, id, request, expires_at)
        select ${newId()}::uuid, gen_random_uuid(), gen_random_uuid(), ${expiresAt} from generate_series(1, ${count}::integer)`.execute(
        owner,
      )
    await insertAnswers(11_000, new Date(now.getTime() - 1))
    await insertAnswers(7, new Date(now.getTime() + 1))
    await run('platform.remove-expired-replays')
    expect(await countOf('platform.replays')).toBe(7)
  })
})
