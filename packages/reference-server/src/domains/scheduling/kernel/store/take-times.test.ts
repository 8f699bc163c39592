import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { storeWrites } from '../../../../platform/database/changes/store-writes.ts'
import { DatabaseError } from '../../../../platform/database/errors/database-error.ts'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import {
  createTestDatabase,
  type TestDatabase,
} from '../../../../platform/database/tests/create-test-database.testing.ts'
import type { BusyRow } from './busy.ts'
import { readCalendarChanges } from './calendar-changes.ts'
import { scheduling0001 } from './migrations/0001-scheduling.ts'
import { whoAsks } from './migrations/0003-who-asks.ts'
import { supplyChanges } from './migrations/0004-supply-changes.ts'
import { bookingRules } from './migrations/0005-booking-rules.ts'
import { resources } from './migrations/0007-resources.ts'
import { takeTimes } from './take-times.ts'

const now = new Date('2026-11-25T12:00:00Z')
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000)

describe.each(domainEngines)('reserving several times on %s', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase({
      engine,
      migrations: [scheduling0001, whoAsks, supplyChanges, bookingRules, resources],
      poolSize: 32,
    })
  })
  afterAll(() => database.close())

  const place = () => {
    const scope = { domain: 'scheduling', organizationId: newId() }
    const row = (practitionerId: string, change: Partial<BusyRow> = {}): BusyRow => ({
      id: newId(),
      practitionerId,
      from: now,
      to: later(30),
      expiresAt: null,
      heldBy: null,
      ...change,
    })
    const store = (rows: readonly BusyRow[], at = now): Promise<boolean> =>
      database.database.transact(scope, (tx) => storeWrites(tx, scope.organizationId, takeTimes(rows, at)))
    const take = (rows: readonly BusyRow[], at = now): Promise<boolean> =>
      store(rows, at).catch((error: unknown) => {
        // As the platform counts it: gathered and decided again.
        if (error instanceof DatabaseError && ['23P01', '40P01'].includes(error.code)) return false
        throw error
      })
    const taken = async () => (await readCalendarChanges(database.database.reader(scope), now, null)).busy
    return { row, store, take, taken }
  }

  test('all of them or none', async () => {
    const { row, take, taken } = place()
    const [doctor, room, other] = [newId(), newId(), newId()]
    expect(await take([row(doctor), row(room)])).toBe(true)
    expect(await take([row(other), row(room)])).toBe(false)
    expect(await taken()).toHaveLength(2)
    expect(await take([row(other), row(room, { from: later(30), to: later(60) })])).toBe(true)
  })

  test('releases expired holds of every calendar that it takes', async () => {
    const { row, take, taken } = place()
    const [doctor, room, other] = [newId(), newId(), newId()]
    const held = { expiresAt: later(5), heldBy: 'one' }
    expect(await take([row(doctor, held), row(room, held)])).toBe(true)
    expect(await take([row(other), row(room)], new Date(later(5).getTime() - 1))).toBe(false)
    expect(await take([row(other), row(room)], later(5))).toBe(true)
    expect((await taken()).map(({ practitionerId }) => practitionerId).toSorted()).toEqual(
      [doctor, other, room].toSorted(),
    )
  })

  test('a seat is given once, and again when it is free', async () => {
    const { row, take } = place()
    const [doctor, occupant] = [newId(), newId()]
    const seat = (number: number) => ({ occupant, seat: { seat: number, start: now, visitTypeId: newId() } })
    expect(await take([row(doctor, { ...seat(1), expiresAt: later(5), heldBy: 'one' })])).toBe(true)
    expect(await take([row(doctor, seat(2))])).toBe(true)
    expect(await take([row(doctor, seat(2))])).toBe(false)
    expect(await take([row(doctor, seat(1))])).toBe(false)
    expect(await take([row(doctor, seat(1))], later(5))).toBe(true)
    expect(await take([row(doctor)])).toBe(false)
  })

  test('a time and a seat that are taken are refused without an error, so that the answer says why', async () => {
    const { row, store } = place()
    const [doctor, occupant] = [newId(), newId()]
    const first = { occupant, seat: { seat: 1, start: now, visitTypeId: newId() } }
    expect(await store([row(doctor, first)])).toBe(true)
    await expect(store([row(doctor, first)])).resolves.toBe(false)
    await expect(store([row(doctor)])).resolves.toBe(false)
  })

  // The memory of one process protects nothing here: only the constraints do.
  test('of many writers on separate connections for shared calendars, no two overlap and no part is stored', async () => {
    const { row, take, taken } = place()
    const [rooms, doctors] = [[newId(), newId()], Array.from({ length: 6 }, () => newId())]
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, index) => {
        const [one, two] = [doctors[index % 6] ?? '', doctors[(index + 1) % 6] ?? '']
        return take([row(one), row(two), row(rooms[index % 2] ?? '')])
      }),
    )
    const rows = await taken()
    expect(answers.filter(Boolean).length).toBeGreaterThanOrEqual(1)
    expect(rows).toHaveLength(3 * answers.filter(Boolean).length)
    expect(new Set(rows.map(({ practitionerId }) => practitionerId)).size).toBe(rows.length)
  })

  test('of many writers on separate connections for eight seats, eight have one', async () => {
    const { row, take, taken } = place()
    const [doctor, occupant] = [newId(), newId()]
    await Promise.all(
      Array.from({ length: 30 }, async () => {
        for (let seat = 1; seat <= 8; seat += 1)
          if (await take([row(doctor, { occupant, seat: { seat, start: now, visitTypeId: doctor } })])) return
      }),
    )
    expect((await taken()).map(({ seat }) => seat?.seat).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
})
