import { setImmediate as untilNextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '../../../contracts/caller.ts'
import { createTestPlatform, testCaller, testRow, type TestPlatform } from '../../../tests/create-platform.testing.ts'
import { newId } from '../../ids/new-id.ts'
import { asRequest } from '../../pool/current-request.ts'
import {
  counters,
  countersMigrations,
  increment,
  readTallies,
  refusedNote,
  requestOf,
  type Counter,
} from './counters.testing.ts'

type Added = { readonly id: string }

let kit: TestPlatform
beforeAll(async () => {
  kit = await createTestPlatform('postgres', countersMigrations)
})
afterAll(() => kit.stop())

const addCounter = async (caller: Caller): Promise<Counter> => {
  const counter = { id: newId(), value: 0, version: 1 }
  await kit.platform.unitOfWork.keep(
    requestOf<Added>(caller, () => []),
    () => ({ writes: [counters.insert(counter)], answer: counter }),
  )
  return counter
}
const addEntry = (caller: Caller, seen: Counter, note = 'one'): Promise<unknown> =>
  kit.platform.unitOfWork.keep(
    requestOf<Added>(caller, ({ id }) => [id]),
    () => increment(seen, newId(), note),
  )
/** An access that a read has recorded, and its id. */
const read = async (caller: Caller): Promise<string> => {
  const row = testRow(caller, newId())
  await kit.platform.ledger.append([row])
  return row.id
}
/** The transactions of the events and accesses of organizations. */
const transactionsOf = async (table: string, ...callers: readonly Caller[]): Promise<readonly string[]> => {
  const { rows } = await sql<{ xid: string }>`select distinct xid::text as xid from ${sql.table(table)}
    where organization_id = any(${callers.map(({ organizationId }) => organizationId)}::uuid[])`.execute(
    kit.platform.database.owner(),
  )
  return rows.map(({ xid }) => xid)
}
const stored = ({ organizationId }: Caller) => readTallies(kit.platform.database.owner(), organizationId)
const countOf = async (caller: Caller): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from audit.access_rows
    where organization_id = ${caller.organizationId}`.execute(kit.platform.database.owner())
  return rows[0]?.count ?? 0
}

test('accesses of reads are committed with the changes of others, each in its own organization', async () => {
  const [writer, reader] = [testCaller(), testCaller()]
  const counter = await addCounter(writer)
  await Promise.all([addEntry(writer, counter), read(reader), read(reader), read(testCaller())])
  const [ofChange, ...others] = await transactionsOf('platform.outbox', writer)
  expect(others).toEqual([])
  expect(await transactionsOf('audit.access_rows', reader)).toEqual([ofChange])
  expect(await countOf(reader)).toBe(2)
  expect(await countOf(writer)).toBe(1)
})

test('accesses are stored although a change of the same group is refused, and although the database refuses one', async () => {
  const [writer, reader] = [testCaller(), testCaller()]
  const counter = await addCounter(writer)
  const outdated = { ...counter, version: 7 }
  const [kept, refused] = await Promise.allSettled([
    read(reader),
    kit.platform.unitOfWork.keep(
      requestOf<Added>(writer, ({ id }) => [id]),
      (isRepeated) => {
        if (isRepeated) throw new Error('outdated')
        return increment(outdated, newId())
      },
    ),
    addEntry(writer, counter, refusedNote).catch(() => undefined),
    read(reader),
  ])
  expect([kept.status, refused.status]).toEqual(['fulfilled', 'rejected'])
  expect(await countOf(reader)).toBe(2)
  expect((await stored(writer)).entries).toEqual([])
  expect(await countOf(writer)).toBe(0)
})

test('an access that the database refuses stops neither changes nor other accesses', async () => {
  const [writer, reader] = [testCaller(), testCaller()]
  const counter = await addCounter(writer)
  const bad = kit.platform.ledger.append([testRow(reader, null, { id: 'no uuid' })])
  const outcomes = await Promise.allSettled([bad, addEntry(writer, counter), read(reader)])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  expect(await countOf(reader)).toBe(1)
  expect((await stored(writer)).counters).toEqual([{ id: counter.id, value: 1, version: 2 }])
})

test('an access does not wait for a change whose row another process keeps locked', async () => {
  const [writer, reader] = [testCaller(), testCaller()]
  const counter = await addCounter(writer)
  const other = new pg.Client({ connectionString: kit.databaseUrl })
  await other.connect()
  await other.query('begin')
  await other.query('select from tallies.counters where id = $1 for update', [counter.id])
  let isStored = false
  const waiting = addEntry(writer, counter).then(() => (isStored = true))
  await read(reader)
  expect(isStored).toBe(false)
  expect(await countOf(reader)).toBe(1)
  await other.query('rollback')
  await other.end()
  await waiting
  expect((await stored(writer)).counters).toEqual([{ id: counter.id, value: 1, version: 2 }])
})

/** How many transactions six commits of different turns had. */
const transactionsOfSix = async (begin: () => Promise<void> = async () => undefined): Promise<number> => {
  const readers = Array.from({ length: 6 }, () => testCaller())
  const reads: Promise<string>[] = []
  for (const reader of readers) {
    await begin()
    reads.push(read(reader))
    await untilNextTurn()
    await untilNextTurn()
  }
  await Promise.all(reads)
  return (await transactionsOf('audit.access_rows', ...readers)).length
}

test('commits of requests that are under way at the same time share a transaction', async () => {
  const end = Promise.withResolvers<void>()
  const others = [asRequest(() => end.promise), asRequest(() => end.promise)]
  await expect.poll(() => transactionsOfSix(), { timeout: 20_000 }).toBeLessThanOrEqual(2)
  end.resolve()
  await Promise.all(others)
})

test('commits of requests of which each is alone share a transaction while many come', async () => {
  // They overlap, as those of many people do, and have ended before the commit.
  const begin = async (): Promise<void> => {
    await Promise.all(Array.from({ length: 6 }, () => asRequest(() => untilNextTurn())))
  }
  await expect.poll(() => transactionsOfSix(begin), { timeout: 20_000 }).toBeLessThanOrEqual(2)
})
