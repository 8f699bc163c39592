import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestPlatform, testCaller, type TestPlatform } from '../../../tests/create-platform.testing.ts'
import type { Caller } from '../../../contracts/caller.ts'
import type { Change } from '../../../contracts/change.ts'
import { newId } from '../../ids/new-id.ts'
import { writeStatement } from '../write-statement.ts'
import {
  counters,
  countersMigrations,
  entries,
  increment,
  readTallies,
  requestOf,
  type Counter,
} from './counters.testing.ts'

type Added = { readonly id: string }

describe.each(['pglite', 'postgres'] as const)('a group of changes on %s', (engine) => {
  let kit: TestPlatform
  beforeAll(async () => {
    kit = await createTestPlatform(engine, countersMigrations)
  })
  afterAll(() => kit.stop())

  const keep = (caller: Caller, change: Change<Added>, key?: string): Promise<Added> =>
    kit.platform.unitOfWork
      .keep(
        requestOf<Added>(caller, ({ id }) => [id], key === undefined ? null : { key }),
        () => change,
      )
      .then(({ result }) => result)
  const addCounter = async (caller: Caller): Promise<Counter> => {
    const counter = { id: newId(), value: 0, version: 1 }
    await keep(caller, { writes: [counters.insert(counter)], answer: counter })
    return counter
  }
  const owner = () => kit.platform.database.owner()
  const circular: Record<string, unknown> = {}
  circular['self'] = circular
  const keepCircular = writeStatement({
    kind: 'insert',
    table: 'tallies.places',
    columns: ['id', 'name'],
    values: ['$1::uuid', '($2::jsonb)::text'],
    isConditional: false,
  })

  test.each([
    ['that cannot be sent', { statement: keepCircular, values: [newId(), circular] }],
    ['that the database cannot read', entries.insert({ id: newId(), counterId: 'not an id', version: 1, note: 'one' })],
    [
      'with a character that the database refuses',
      entries.insert({ id: newId(), counterId: newId(), version: 1, note: '\0' }),
    ],
  ])('with a value %s: the change is refused, stores nothing and affects no other', async (_, write) => {
    const callers = [testCaller(), testCaller(), testCaller()]
    const seen = await Promise.all(callers.map(addCounter))
    const [before, after] = [newId(), newId()]
    const outcomes = await Promise.allSettled([
      keep(callers[0] as Caller, increment(seen[0] as Counter, before)),
      keep(callers[1] as Caller, { writes: [write], answer: { id: newId() } }),
      keep(callers[2] as Caller, increment(seen[2] as Counter, after)),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    const stored = await Promise.all(callers.map(({ organizationId }) => readTallies(owner(), organizationId)))
    expect(stored.map(({ events }) => events)).toEqual([[before], [], [after]])
    expect(stored.map(({ accesses }) => accesses.length)).toEqual([2, 1, 2])
    // Statements that a failed group has prepared run again.
    const next = { id: seen[0]?.id ?? '', value: 1, version: 2 }
    expect((await keep(callers[0] as Caller, increment(next, newId()))).id).toHaveLength(36)
  })

  test('does not fail for one that is wrongly kept inside a transaction', async () => {
    const [inside, outside] = [testCaller(), testCaller()]
    const seen = await addCounter(outside)
    const { database } = kit.platform
    const scope = { domain: 'tallies', organizationId: inside.organizationId }
    let other: Promise<Added> | undefined
    const start = Promise.withResolvers<void>()
    const kept = start.promise.then(() => keep(outside, increment(seen, newId())))
    const wrong = database.transact(scope, async () => {
      const own = keep(inside, { answer: { id: newId() } })
      start.resolve()
      other = kept
      return own
    })
    await expect(wrong).rejects.toThrow('inside a transaction')
    expect((await other)?.id).toHaveLength(36)
  })

  test('does not run with the rights of an earlier statement when its own role cannot be set', async () => {
    const organization = newId()
    const [earlier, missing] = ['visitkit_tallies', 'visitkit_missing'].map((role) => ({ role, organization }))
    if (earlier === undefined || missing === undefined) throw new Error('unreachable')
    const outcomes = await kit.platform.database.withOwnerConnection(async (connection) => {
      await connection.switchTo(earlier)
      // As a read does that shares the connection of the embedded engine: the group is sent before the switch is answered.
      const switching = connection.switchTo(missing)
      const group = connection.executeTogether([
        { role: missing.role, name: null, text: 'select current_user', values: [] },
      ])
      return Promise.allSettled([switching, group])
    })
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  test('stores nothing for an empty change, and returns its answer', async () => {
    const caller = testCaller()
    const request = requestOf<Added>(caller, () => [])
    const { result } = await kit.platform.unitOfWork.keep(request, () => ({ answer: { id: 'nothing' } }))
    expect(result).toEqual({ id: 'nothing' })
    const nothing = { counters: [], entries: [], places: [], events: [], accesses: [], keys: [] }
    expect(await readTallies(owner(), caller.organizationId)).toEqual(nothing)
  })

  test('uses a key again after a day, before the old answer is removed', async () => {
    const caller = testCaller()
    const [seen, first, second] = [await addCounter(caller), newId(), newId()]
    await keep(caller, increment(seen, first), 'k1')
    const request = requestOf<Added>(caller, ({ id }) => [id], { key: 'k1', hash: 'another request' })
    const now = new Date(Date.now() + 25 * 3_600_000)
    const { result, replayed } = await kit.platform.unitOfWork.keep(
      { ...request, context: { ...request.context, now } },
      () => increment({ ...seen, value: 1, version: 2 }, second),
    )
    expect({ result, replayed }).toEqual({ result: { id: second }, replayed: false })
    expect((await readTallies(owner(), caller.organizationId)).events).toEqual([first, second])
  })
})
