import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { storeWrites } from '../../../../platform/database/changes/store-writes.ts'
import { DatabaseError } from '../../../../platform/database/errors/database-error.ts'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import {
  createTestDatabase,
  type TestDatabase,
} from '../../../../platform/database/tests/create-test-database.testing.ts'
import { confirmHold, releaseTime, takeTime, type BusyRow } from './busy.ts'
import { readCalendarChanges } from './calendar-changes.ts'
import { scheduling0001 } from './migrations/0001-scheduling.ts'
import { resources } from './migrations/0007-resources.ts'
import { whoAsks } from './migrations/0003-who-asks.ts'
import { supplyChanges } from './migrations/0004-supply-changes.ts'
import { bookingRules } from './migrations/0005-booking-rules.ts'
import { tablesOf } from './tables.ts'

const now = new Date('2026-11-25T12:00:00Z')
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000)

describe.each(domainEngines)('reserving time on %s', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase({
      engine,
      migrations: [scheduling0001, whoAsks, supplyChanges, bookingRules, resources],
      poolSize: 16,
    })
  })
  afterAll(() => database.close())

  const place = () => {
    const scope = { domain: 'scheduling', organizationId: newId() }
    const practitionerId = newId()
    const store = (write: Write): Promise<boolean> =>
      database.database.transact(scope, (tx) => storeWrites(tx, scope.organizationId, [write]))
    return {
      practitionerId,
      db: database.database.reader(scope),
      take: (from: number, to: number, change: Partial<BusyRow> = {}, at = now): Promise<boolean> => {
        const busy = {
          id: newId(),
          practitionerId,
          from: later(from),
          to: later(to),
          expiresAt: null,
          heldBy: null,
          ...change,
        }
        return store(takeTime(busy, at))
      },
      store,
    }
  }

  test('reserves a time once, adjacent times for two people, and the same time of another practitioner for a third', async () => {
    const { take } = place()
    expect(await take(0, 30)).toBe(true)
    expect(await take(0, 30)).toBe(false)
    expect(await take(29, 60)).toBe(false)
    expect(await take(-30, 1)).toBe(false)
    expect(await take(30, 60)).toBe(true)
    expect(await take(-30, 0)).toBe(true)
    expect(await take(0, 30, { practitionerId: newId() })).toBe(true)
  })

  test('reserves a time again once it is released', async () => {
    const { take, store } = place()
    const id = newId()
    await take(0, 30, { id })
    await store(releaseTime(id))
    expect(await take(15, 45)).toBe(true)
  })

  test('gives a held time to someone else at the moment the hold expires, and not before', async () => {
    const { take } = place()
    await take(0, 30, { expiresAt: later(5), heldBy: 'one' })
    expect(await take(0, 30, { heldBy: 'two' }, new Date(later(5).getTime() - 1))).toBe(false)
    expect(await take(0, 30, { heldBy: 'two' }, later(5))).toBe(true)
  })

  test('never expires an appointment, and cannot confirm a hold that was given to someone else', async () => {
    const { take, store } = place()
    const id = newId()
    await take(0, 30, { id, expiresAt: later(5) })
    expect(await store(confirmHold(id, newId()))).toBe(true)
    expect(await take(0, 30, {}, later(60))).toBe(false)

    const lost = newId()
    await take(60, 90, { id: lost, expiresAt: later(5) })
    await take(60, 90, {}, later(10))
    expect(await store(confirmHold(lost, newId()))).toBe(false)
  })

  test('refuses a time that ends before it begins', async () => {
    const { take } = place()
    await expect(take(30, 0)).rejects.toBeInstanceOf(DatabaseError)
    await expect(take(30, 30)).rejects.toBeInstanceOf(DatabaseError)
  })

  test('gives 200 concurrent requests for overlapping times no two that overlap, and leaves none waiting', async () => {
    const { take, db } = place()
    const wants = Array.from({ length: 200 }, (_, index) => (index % 12) * 5)
    const answers = await Promise.all(wants.map((from) => take(from, from + 30)))
    const taken = (await readCalendarChanges(db, now, null)).busy.toSorted(
      (a, b) => a.from.getTime() - b.from.getTime(),
    )
    expect(answers.filter(Boolean)).toHaveLength(taken.length)
    expect(taken.length).toBeGreaterThanOrEqual(1)
    taken.forEach((busy, index) => {
      const next = taken[index + 1]
      if (next) expect(busy.to.getTime()).toBeLessThanOrEqual(next.from.getTime())
    })
  })

  // The memory of one process protects nothing here: only the constraint does.
  test('20 concurrent writers on separate connections, repeated: one gets each time, and no two rows overlap', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { take, db } = place()
      const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => take(index, index + 30)))
      const taken = (await readCalendarChanges(db, now, null)).busy
      expect(answers.filter(Boolean)).toHaveLength(1)
      expect(taken).toHaveLength(1)
    }
  })

  test('the table itself refuses an overlapping row, however it is written', async () => {
    const { take, db, practitionerId } = place()
    await take(0, 30)
    const [taken] = await tablesOf(db).selectFrom('scheduling.busy').select('organization_id').execute()
    const again = {
      organization_id: taken?.organization_id ?? '',
      id: newId(),
      practitioner_id: practitionerId,
      during: sql<string>`tstzrange(${later(29)}::timestamptz, ${later(60)}::timestamptz)`,
      expires_at: null,
      held_by: null,
      occupant: newId(),
    }
    const inserting = tablesOf(db).insertInto('scheduling.busy').values(again).execute()
    await expect(inserting).rejects.toMatchObject({ code: '23P01' })
  })

  test('shows one organization nothing of another', async () => {
    const [one, other] = [place(), place()]
    await one.take(0, 30)
    expect((await readCalendarChanges(other.db, now, null)).busy).toEqual([])
    expect(await tablesOf(other.db).selectFrom('scheduling.busy').selectAll().execute()).toEqual([])
  })
})
