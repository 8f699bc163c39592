import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { storeWrites } from '../../../../platform/database/changes/store-writes.ts'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import {
  createTestDatabase,
  type TestDatabase,
} from '../../../../platform/database/tests/create-test-database.testing.ts'
import { limitPeriods } from '../../kernel/model/booking-limits.ts'
import { upsertAvailability } from '../../kernel/store/availability.ts'
import { releaseTime, takeTime } from '../../kernel/store/busy.ts'
import { scheduling0001 } from '../../kernel/store/migrations/0001-scheduling.ts'
import { whoAsks } from '../../kernel/store/migrations/0003-who-asks.ts'
import { bookingRules } from '../../kernel/store/migrations/0005-booking-rules.ts'
import { advanceHolds, readPractitionerLoads, releaseExpiredOfWeek } from './practitioner-loads.ts'

const now = new Date('2026-11-25T12:00:00Z')

describe.each(domainEngines)('the load of a practitioner with limits, on %s', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase({ engine, migrations: [scheduling0001, whoAsks, bookingRules] })
  })
  afterAll(() => database.close())

  const setUp = async () => {
    const scope = { domain: 'scheduling', organizationId: newId() }
    const practitionerId = newId()
    const store = (...writes: readonly Write[]): Promise<boolean> =>
      database.database.transact(scope, (tx) => storeWrites(tx, scope.organizationId, writes))
    const rules = {
      zone: 'UTC',
      weekly: [],
      exceptions: [],
      timeOff: [],
      limits: { perDay: 2, perWeek: 4 },
      version: 1,
    }
    await database.database.transact(scope, (tx) =>
      upsertAvailability(tx, scope.organizationId, { practitionerId, ...rules }),
    )
    const asked = { practitionerId, ...limitPeriods('UTC', now.getTime()) }
    const read = async (except: readonly string[] = []) =>
      (await readPractitionerLoads(database.database.reader(scope), [asked], except, now))[0]!
    const taken = (start: string, more: { expiresAt?: Date; counts?: boolean } = {}) => {
      const from = new Date(start)
      const countedAt = more.counts === false ? null : from
      const to = new Date(from.getTime() + 60_000)
      const busy = { id: newId(), practitionerId, from, to, heldBy: null, expiresAt: more.expiresAt ?? null, countedAt }
      return { id: busy.id, write: takeTime(busy, now) }
    }
    return { store, read, taken }
  }

  test('counts what is active on the day and in the week, and nothing else', async () => {
    const { store, read, taken } = await setUp()
    const starts = ['2026-11-25T00:00:00Z', '2026-11-25T23:59:00Z', '2026-11-26T00:00:00Z', '2026-11-23T00:00:00Z']
    const own = taken('2026-11-25T09:00:00Z')
    const released = taken('2026-11-25T10:00:00Z')
    const others = ['2026-11-22T23:59:00Z', '2026-11-30T00:00:00Z'].map((start) => taken(start))
    const notCounted = taken('2026-11-25T11:00:00Z', { counts: false })
    const expired = taken('2026-11-25T12:00:00Z', { expiresAt: now })
    for (const each of [...starts.map((start) => taken(start)), own, released, ...others, notCounted, expired])
      expect(await store(each.write)).toBe(true)
    await store(releaseTime(released.id))
    expect(await read([own.id])).toMatchObject({ onDay: 2, inWeek: 4, limits: { perDay: 2, perWeek: 4 }, version: 0 })
    expect(await read()).toMatchObject({ onDay: 3, inWeek: 5 })
  })

  test('of two holds that were decided from the same load, one is stored', async () => {
    const { store, read, taken } = await setUp()
    const [mine, theirs] = [await read(), await read()]
    const attempts = await Promise.all([
      store(advanceHolds(mine), taken('2026-11-25T14:00:00Z').write),
      store(advanceHolds(theirs), taken('2026-11-25T16:00:00Z').write),
    ])
    expect(attempts.toSorted()).toEqual([false, true])
    expect(await read()).toMatchObject({ onDay: 1, version: 1 })
  })

  test('a hold that has expired is released with the one that takes its place', async () => {
    const { store, read, taken } = await setUp()
    const expired = taken('2026-11-25T14:00:00Z', { expiresAt: now })
    await store(expired.write)
    const load = await read()
    expect(await store(advanceHolds(load), releaseExpiredOfWeek(load, now), taken('2026-11-25T14:00:30Z').write)).toBe(
      true,
    )
    expect(await read()).toMatchObject({ onDay: 1 })
  })
})
