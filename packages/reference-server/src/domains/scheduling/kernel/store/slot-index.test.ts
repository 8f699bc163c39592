import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import { openDatabase, type PlatformDatabase } from '../../../../platform/database/open/open-database.ts'
import {
  createTestDatabase,
  type TestDatabase,
} from '../../../../platform/database/tests/create-test-database.testing.ts'
import type { DatabaseScope } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { storeWrites } from '../../../../platform/database/changes/store-writes.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { Practitioner } from '../../ports.ts'
import { hasBit } from '../model/bits.ts'
import { slicesPerDay } from '../model/slice.ts'
import { upsertAvailability } from './availability.ts'
import { releaseTime, takeTime, type BusyRow } from './busy.ts'
import { scheduling0001 } from './migrations/0001-scheduling.ts'
import { resources } from './migrations/0007-resources.ts'
import { whoAsks } from './migrations/0003-who-asks.ts'
import { supplyChanges } from './migrations/0004-supply-changes.ts'
import { bookingRules } from './migrations/0005-booking-rules.ts'
import { SlotIndex } from './slot-index.ts'
import { readCalendarChanges } from './calendar-changes.ts'
import { writeClosures, type VersionedClosures } from './closures.ts'
import { insertVisitType, type VisitType } from './visit-types.ts'

const now = new Date('2026-11-25T12:00:00Z')
const later = (minutes: number, from = now): Date => new Date(from.getTime() + minutes * 60_000)

let here: TestDatabase
let there: PlatformDatabase
beforeAll(async () => {
  here = await createTestDatabase({
    engine: 'postgres',
    migrations: [scheduling0001, whoAsks, supplyChanges, bookingRules, resources],
  })
  there = await openDatabase({ url: here.url, poolSize: 4 })
})
afterAll(async () => {
  await there.close()
  await here.close()
})

/** By another process. */
const store = (scope: DatabaseScope, write: Write): Promise<boolean> =>
  there.transact(scope, (tx) => storeWrites(tx, scope.organizationId, [write]))

const type = (): VisitType => ({
  id: newId(),
  version: 1,
  code: 'visit',
  specialty: 'cardiology',
  name: [],
  description: [],
  minutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  stepMinutes: 30,
  modality: 'video',
  requiredConsents: [],
  questionnaires: [],
  licenseRequired: false,
  minimumNoticeMinutes: 0,
  horizonDays: 30,
  cancellationNoticeMinutes: 0,
  bookingMode: 'instant',
  active: true,
})

/** A new organization with one practitioner who always works, read by the index of one process and written by another. */
const setUp = async (staleAfter: number) => {
  const organizationId = newId()
  const practitionerId = newId()
  const visitType = type()
  const scope = { domain: 'scheduling', organizationId }
  let asked = 0
  const practitioners = async (): Promise<Practitioner[]> => {
    asked += 1
    return [
      {
        id: practitionerId,
        memberId: null,
        displayName: 'Dr. Nobody',
        title: [],
        specialties: ['cardiology'],
        languages: ['en'],
        zone: 'UTC',
        licenses: [],
        active: true,
        version: 1,
      },
    ]
  }
  const index = new SlotIndex({ directory: { practitioners }, staleAfter })
  const context = (at = now) =>
    ({ caller: { organizationId }, now: at, db: here.database.reader(scope) }) as unknown as ReadContext
  const week = {
    practitionerId,
    zone: 'UTC',
    weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' })),
  }
  await there.transact(scope, async (tx) => {
    await storeWrites(tx, organizationId, [insertVisitType(visitType)])
    await upsertAvailability(tx, organizationId, { ...week, exceptions: [], timeOff: [], version: 1 })
  })
  const busy = (from: number, change: Partial<BusyRow> = {}): BusyRow => ({
    id: newId(),
    practitionerId,
    from: later(from),
    to: later(from + 30),
    expiresAt: null,
    heldBy: null,
    ...change,
  })
  const isFree = async (from: number, at = now, fresh = false): Promise<boolean> => {
    const calendar = fresh ? await index.freshCalendar(context(at)) : await index.calendar(context(at))
    const bitmap = calendar.bitmap(practitionerId, at)!
    const slice = later(from).getTime() / 300_000 - bitmap.firstSlice
    return hasBit(bitmap.free(visitType, at.getTime()), slice)
  }
  return {
    organizationId,
    practitionerId,
    scope,
    index,
    reading: context,
    week,
    busy,
    isFree,
    asked: () => asked,
    visitType,
  }
}

test('knows after the next sync what another process books, holds and releases', async () => {
  const { scope, busy, isFree } = await setUp(0)
  expect(await isFree(60)).toBe(true)
  const row = busy(60)
  await store(scope, takeTime(row, now))
  expect(await isFree(60)).toBe(false)
  await store(scope, releaseTime(row.id))
  expect(await isFree(60)).toBe(true)
})

test('does not miss a booking that commits after a later one', async () => {
  const { scope, busy, isFree, organizationId } = await setUp(0)
  expect(await isFree(60)).toBe(true)
  const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>()
  const { promise: written, resolve: wrote } = Promise.withResolvers<void>()
  const slow = there.transact(scope, async (tx) => {
    await storeWrites(tx, organizationId, [takeTime(busy(60), now)])
    wrote()
    await mayCommit
  })
  await written
  await store(scope, takeTime(busy(120), now))
  expect(await isFree(120)).toBe(false)
  expect(await isFree(60)).toBe(true)
  commit()
  await slow
  expect(await isFree(60)).toBe(false)
})

test('knows a commit of this process at once, without a sync', async () => {
  const { scope, busy, isFree, organizationId, index } = await setUp(3_600_000)
  expect(await isFree(60)).toBe(true)
  const row = busy(60)
  await store(scope, takeTime(row, now))
  expect(await isFree(60)).toBe(true)
  index.apply(organizationId, (calendar) => calendar.addBusy(row))
  expect(await isFree(60)).toBe(false)
})

test('a sync that began before a commit of this process does not undo the change', async () => {
  const { scope, busy, isFree, index, reading: context, practitionerId } = await setUp(0)
  const row = busy(60)
  const calendar = await index.calendar(context())
  await store(scope, takeTime(row, now))
  const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>()
  const { promise: locked, resolve: lock } = Promise.withResolvers<void>()
  const holder = here.database.withOwnerConnection(async (owner) => {
    await owner.execute('begin')
    await owner.execute('lock table scheduling.busy in access exclusive mode')
    lock()
    await mayGoOn
    await owner.execute('rollback')
  })
  await locked
  const looking = calendar.sync(context())
  await expect
    .poll(async () => {
      const { rows } = await sql`
        select from pg_locks join pg_class on pg_class.oid = relation where relname = 'busy' and not granted`.execute(
        there.owner(),
      )
      return rows.length
    })
    .toBe(1)
  calendar.removeBusy(practitionerId, row.id)
  goOn()
  await Promise.all([looking, holder])
  calendar.syncedAt = Infinity
  expect(await isFree(60)).toBe(true)
})

test('rows that a restored copy brought from the future of another cluster are read once, not at every sync', async () => {
  const { scope, busy, isFree, organizationId } = await setUp(0)
  const row = busy(60)
  await there.transact(scope, async (tx) => {
    await storeWrites(tx, organizationId, [takeTime(row, now)])
    await sql`update scheduling.busy set xid = '9000000000000'::xid8 where id = ${row.id}`.execute(tx)
  })
  expect(await isFree(60)).toBe(false)
  const db = there.reader(scope)
  const { mark } = await readCalendarChanges(db, now, null)
  expect((await readCalendarChanges(db, now, mark)).busy).toEqual([])
  await store(scope, releaseTime(row.id))
  expect(await isFree(60)).toBe(true)
})

test('searches within a second of each other read no table and query the directory once', async () => {
  const { scope, busy, isFree, asked } = await setUp(3_600_000)
  await isFree(60)
  await store(scope, takeTime(busy(60), now))
  expect(await isFree(60)).toBe(true)
  expect(await isFree(60, now, true)).toBe(false)
  expect(asked()).toBe(1)
})

test('new availability replaces the old one; an older version that arrives late changes nothing', async () => {
  const { scope, isFree, organizationId, week, index, reading: context, practitionerId } = await setUp(0)
  expect(await isFree(60)).toBe(true)
  const closed = { ...week, weekly: [], exceptions: [], timeOff: [], version: 2 }
  await there.transact(scope, (tx) => upsertAvailability(tx, organizationId, closed))
  expect(await isFree(60)).toBe(false)
  const calendar = await index.calendar(context())
  calendar.setAvailability({ ...week, exceptions: [], timeOff: [], version: 1 })
  expect(
    calendar
      .bitmap(practitionerId, now)!
      .offered(calendar.visitTypes()[0]!)
      .some((word) => word !== 0),
  ).toBe(false)
})

test('closures that another process stores close every practitioner at the next sync, and open them again', async () => {
  const { scope, isFree, organizationId } = await setUp(0)
  const save = (items: VersionedClosures['items'], version: number) =>
    there.transact(scope, (tx) =>
      storeWrites(tx, organizationId, [writeClosures(organizationId, { zone: 'UTC', items, version })]),
    )
  expect(await isFree(60)).toBe(true)
  const wall = (minutes: number): string => later(minutes).toISOString().slice(0, 16)
  const holiday = { from: wall(0), to: wall(120), name: [{ language: 'en', text: 'Holiday' }] }
  await save([holiday], 1)
  expect([await isFree(60), await isFree(180)]).toEqual([false, true])
  expect(await save([], 1).catch(() => false)).toBe(false)
  await save([], 2)
  expect(await isFree(60)).toBe(true)
})

test('of two changes from the same version only the first is stored', async () => {
  const { scope, organizationId, week } = await setUp(0)
  const save = () =>
    there.transact(scope, (tx) =>
      upsertAvailability(tx, organizationId, { ...week, exceptions: [], timeOff: [], version: 2 }),
    )
  expect((await Promise.all([save(), save()])).filter(Boolean)).toHaveLength(1)
})

test('the next day moves the window: the end of the horizon becomes searchable, bookings stay booked', async () => {
  const { scope, busy, isFree, index, reading: context, practitionerId } = await setUp(0)
  const row = busy(2 * 1440)
  await store(scope, takeTime(row, now))
  const first = (await index.calendar(context())).bitmap(practitionerId, now)!.firstSlice
  const tomorrow = later(1440)
  expect(await isFree(2 * 1440, tomorrow)).toBe(false)
  expect((await index.calendar(context(tomorrow))).bitmap(practitionerId, tomorrow)!.firstSlice).toBe(
    first + slicesPerDay,
  )
})

test('memory is bounded: the least recently searched organization is evicted, and read again on demand', async () => {
  const one = await setUp(3_600_000)
  const other = await setUp(3_600_000)
  const index = new SlotIndex({
    directory: { practitioners: async () => [] },
    staleAfter: 3_600_000,
    atMostPractitioners: 1,
  })
  const first = await index.calendar(one.reading())
  expect(await index.calendar(one.reading())).toBe(first)
  await index.calendar(other.reading())
  const again = await index.calendar(one.reading())
  expect(again).not.toBe(first)
  expect(again.visitTypes()).toHaveLength(1)
})
