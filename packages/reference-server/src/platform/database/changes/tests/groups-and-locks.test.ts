import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestPlatform, testCaller, type TestPlatform } from '../../../tests/create-platform.testing.ts'
import type { Caller } from '../../../contracts/caller.ts'
import { newId } from '../../ids/new-id.ts'
import {
  counters,
  countersMigrations,
  entries,
  entryAdded,
  increment,
  readCounter,
  readTallies,
  requestOf,
  type Counter,
} from './counters.testing.ts'
import { replayIdOf } from '../../unit-of-work/replays.ts'

type Added = { readonly id: string }

let kit: TestPlatform
/** Another process with a transaction of its own. */
let other: pg.Client
beforeAll(async () => {
  kit = await createTestPlatform('postgres', countersMigrations)
})
afterAll(() => kit.stop())
beforeEach(async () => {
  other = new pg.Client({ connectionString: kit.databaseUrl })
  await other.connect()
  await other.query('begin')
})
afterEach(() => other.end())

const addCounter = async (caller: Caller): Promise<Counter> => {
  const counter = { id: newId(), value: 0, version: 1 }
  const request = requestOf<Added>(caller, () => [])
  await kit.platform.unitOfWork.keep(request, () => ({ writes: [counters.insert(counter)], answer: counter }))
  return counter
}
/** Gathers and adds one. */
const addEntry = async (caller: Caller, { id }: Counter, key?: string): Promise<string> => {
  const db = kit.platform.database.reader({ domain: 'tallies', organizationId: caller.organizationId })
  const entryId = newId()
  const request = requestOf<Added>(caller, (answer) => [answer.id], key === undefined ? null : { key })
  const { result } = await kit.platform.unitOfWork.keep(request, async () =>
    increment(await readCounter(db, id), entryId),
  )
  return result.id
}
const lock = (counter: Counter, strength: 'update' | 'key share'): Promise<unknown> =>
  other.query(`select from tallies.counters where id = $1 for ${strength}`, [counter.id])
/** Server processes that wait for a lock. Not read by `other`: a transaction sees one moment of this view. */
const waitingForLocks = async (): Promise<number[]> => {
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(kit.platform.database.owner())
  return rows.map(({ pid }) => pid)
}
/**
 * Ends the statement or connection that waits for a lock, in the statement that finds it: a group waits for only 100 ms, and then runs
 * each of its changes by itself. Resolves to the number of entries that the organization had before.
 */
const endWaiting = async (
  how: 'pg_cancel_backend' | 'pg_terminate_backend',
  { organizationId }: Caller,
): Promise<number> => {
  const ended = sql<{ entries: number }>`with waiting as materialized (
      select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')
    select (select count(*)::integer from tallies.entries where organization_id = ${organizationId}) as entries,
      ${sql.raw(how)}(pid)
    from waiting`
  let entriesBefore = 0
  const endOne = async (): Promise<number> => {
    const { rows } = await ended.execute(kit.platform.database.owner())
    entriesBefore = rows[0]?.entries ?? 0
    return rows.length
  }
  await expect.poll(endOne, { interval: 5, timeout: 10_000 }).toBe(1)
  return entriesBefore
}
const stored = ({ organizationId }: Caller) => readTallies(kit.platform.database.owner(), organizationId)

test('changes of others are stored while a row of one stays locked, and that one follows when it is free', async () => {
  const [caller, neighbor] = [testCaller(), testCaller()]
  const [locked, free] = [await addCounter(caller), await addCounter(neighbor)]
  await lock(locked, 'update')
  const blocked: Promise<string>[] = []
  for (let count = 1; count <= 4; count += 1) {
    blocked.push(addEntry(caller, locked))
    await expect
      .poll(async () => (await waitingForLocks()).length, { interval: 5, timeout: 10_000 })
      .toBeGreaterThanOrEqual(count)
  }
  const others = []
  for (let count = 0; count < 20; count += 1) others.push(await addEntry(neighbor, free))
  expect((await stored(caller)).entries).toEqual([])
  await other.query('commit')
  const added = await Promise.all(blocked)
  expect((await stored(caller)).events).toEqual(added.toSorted())
  expect((await stored(caller)).counters).toEqual([{ id: locked.id, value: 4, version: 5 }])
  expect((await stored(neighbor)).events).toEqual(others.toSorted())
})

test('a row is replaced while another transaction inserts rows that refer to it', async () => {
  const caller = testCaller()
  const [first, second] = [await addCounter(caller), await addCounter(caller)]
  await lock(first, 'key share')
  const [one, two] = [increment(first, newId()), increment(second, newId())]
  const request = requestOf<Added>(caller, ({ id }) => [id])
  await kit.platform.unitOfWork.keep(request, () => ({
    ...two,
    writes: [...one.writes, ...two.writes],
  }))
  expect((await stored(caller)).counters.map(({ value }) => value)).toEqual([1, 1])
  await other.query('rollback')
})

test('a condition that still holds is stored on a row that another transaction has just changed elsewhere', async () => {
  const caller = testCaller()
  const [first, second] = [await addCounter(caller), await addCounter(caller)]
  await other.query('update tallies.counters set created_at = now() where id in ($1, $2)', [first.id, second.id])
  const [one, two] = [increment(first, newId()), increment(second, newId())]
  const request = requestOf<Added>(caller, ({ id }) => [id])
  const kept = kit.platform.unitOfWork.keep(request, (isRepeated) => {
    if (isRepeated) throw new Error('decided again')
    return { ...two, writes: [...one.writes, ...two.writes] }
  })
  await expect.poll(waitingForLocks, { interval: 5, timeout: 10_000 }).toHaveLength(1)
  await other.query('commit')
  await kept
  expect((await stored(caller)).counters.map(({ value }) => value)).toEqual([1, 1])
  expect((await stored(caller)).entries).toHaveLength(2)
})

test('a condition that no longer holds stores nothing of the change, although an earlier condition held', async () => {
  const caller = testCaller()
  const [first, second] = [await addCounter(caller), await addCounter(caller)]
  await other.query('update tallies.counters set version = 7 where id = $1', [second.id])
  const change = () => {
    const entry = { id: newId(), counterId: first.id, version: 2, note: 'one' }
    const writes = [
      counters.replace({ ...first, value: 1, version: 2 }, first),
      entries.insert(entry),
      counters.replace({ ...second, value: 1, version: 2 }, second),
    ]
    return { writes, events: [entryAdded(entry.id)], answer: entry }
  }
  const kept = kit.platform.unitOfWork.keep(
    requestOf<Added>(caller, ({ id }) => [id]),
    change,
  )
  const refused = expect(kept).rejects.toMatchObject({ status: 503, code: 'try_again' })
  await expect.poll(waitingForLocks, { interval: 5, timeout: 10_000 }).toHaveLength(1)
  await other.query('commit')
  await refused
  const { counters: rows, ...rest } = await stored(caller)
  expect(rows.map(({ value }) => value)).toEqual([0, 0])
  expect(rest).toEqual({ entries: [], places: [], events: [], accesses: [], keys: [] })
})

test('a connection that is lost in the middle of a group refuses its changes with 503, and their repeats are stored once', async () => {
  const [caller, neighbor] = [testCaller(), testCaller()]
  const [locked, free] = [await addCounter(caller), await addCounter(neighbor)]
  await lock(locked, 'update')
  const attempt = () => [addEntry(neighbor, free, 'k1'), addEntry(caller, locked, 'k2')]
  const first = Promise.allSettled(attempt())
  await endWaiting('pg_terminate_backend', neighbor)
  const [one, two] = await first
  // The neighbor's change may have been sent before, in a group of its own.
  expect(two).toMatchObject({ status: 'rejected', reason: { status: 503, code: 'database_unavailable' } })
  await other.query('rollback')
  const repeated = await Promise.all(attempt())
  if (one?.status === 'fulfilled') expect(repeated[0]).toBe(one.value)
  expect(await stored(neighbor)).toMatchObject({
    events: [repeated[0]],
    keys: [replayIdOf({ caller: neighbor }, { key: 'k1' })],
    counters: [{ value: 1 }],
  })
  expect(await stored(caller)).toMatchObject({
    events: [repeated[1]],
    keys: [replayIdOf({ caller }, { key: 'k2' })],
    counters: [{ value: 1 }],
  })
})

test('a group that the database cancels stores nothing, and each of its changes runs again by itself', async () => {
  const [caller, neighbor] = [testCaller(), testCaller()]
  const [locked, free] = [await addCounter(caller), await addCounter(neighbor)]
  await lock(locked, 'update')
  const ids = [newId(), newId()] as const
  const kept = [
    kit.platform.unitOfWork.keep(
      requestOf<Added>(neighbor, ({ id }) => [id]),
      () => increment(free, ids[0]),
    ),
    kit.platform.unitOfWork.keep(
      requestOf<Added>(caller, ({ id }) => [id]),
      () => increment(locked, ids[1]),
    ),
  ]
  expect(await endWaiting('pg_cancel_backend', neighbor), 'the group is not committed').toBe(0)
  await kept[0]
  await other.query('rollback')
  await kept[1]
  expect((await stored(neighbor)).events).toEqual([ids[0]])
  expect((await stored(caller)).events).toEqual([ids[1]])
})
