import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testCaller, testRequestContext, testRow } from '../../tests/create-platform.testing.ts'
import type { Change } from '../../contracts/change.ts'
import { Problem } from '../../problems/problem.ts'
import { newId } from '../ids/new-id.ts'
import { replayToInsert } from '../unit-of-work/replays.ts'
import { compileChange } from './compile-change.ts'
import {
  addition,
  beds,
  changed,
  newBed,
  placeBed,
  startGarden,
  type Bed,
  type Garden,
} from './tests/garden.testing.ts'

describe.each(['pglite', 'postgres'] as const)('a change on %s', (engine) => {
  let garden: Garden
  beforeAll(async () => {
    garden = await startGarden(engine)
  })
  afterAll(() => garden.stop())

  test('stores fact, event and access together, details encrypted', async () => {
    const caller = testCaller()
    const bed = await garden.add(caller, 'roses')
    expect(await garden.bedsOf(caller)).toEqual([bed])
    expect(await garden.stored(caller)).toEqual({ beds: 1, events: 1, accesses: 1 })
    const { rows } = await sql<{ text: string }>`select encode(sealed, 'escape') as text from gardens.beds
      where id = ${bed.id}`.execute(garden.platform.database.owner())
    expect(rows[0]?.text).not.toContain('sand')
  })

  test('stores nothing if the decision refuses, the audit fails or the database refuses a write', async () => {
    const caller = testCaller()
    const refuse = (): never => {
      throw new Problem(409, 'version_conflict', 'Refused.')
    }
    await expect(garden.keep(caller, refuse)).rejects.toMatchObject({ code: 'version_conflict' })
    await expect(garden.add(caller, 'refused')).rejects.toMatchObject({ code: '23514' })
    const failing = garden.platform.unitOfWork.keep<Bed>(
      {
        domain: 'gardens',
        context: testRequestContext(caller),
        idempotency: null,
        audit: () => [testRow(testCaller(), null)],
      },
      () => addition(newBed('roses')),
    )
    await expect(failing).rejects.toMatchObject({ code: '42501' })
    expect(await garden.stored(caller)).toEqual({ beds: 0, events: 0, accesses: 0 })
  })

  test('gathers and decides again when a row has changed, and overwrites nothing', async () => {
    const caller = testCaller()
    const bed = await garden.add(caller, 'roses')
    let attempts = 0
    const rename = (name: string, seen: Bed): Change<Bed> => {
      const after = { ...seen, name, version: seen.version + 1 }
      return { writes: [beds.replace(after, seen)], events: [changed(bed.id)], answer: after }
    }
    await garden.keep(caller, () => rename('tulips', bed))
    const { result } = await garden.keep(caller, async (isRepeated) => {
      attempts += 1
      return rename('lilies', isRepeated ? ((await garden.bedsOf(caller))[0] ?? bed) : bed)
    })
    expect(attempts).toBe(2)
    expect(result).toEqual({ ...bed, name: 'lilies', version: 3 })
    expect(await garden.bedsOf(caller)).toEqual([result])
    expect(await garden.stored(caller)).toEqual({ beds: 1, events: 3, accesses: 3 })
  })

  test('stores a burst of changes of one row, one after another', async () => {
    const caller = testCaller()
    const bed = await garden.add(caller, 'roses')
    const rename = async (name: string): Promise<Change<Bed>> => {
      const [seen = bed] = await garden.bedsOf(caller)
      const after = { ...seen, name, version: seen.version + 1 }
      return { writes: [beds.replace(after, seen)], events: [changed(bed.id)], answer: after }
    }
    await Promise.all(Array.from({ length: 30 }, (_, index) => garden.keep(caller, () => rename(`name ${index}`))))
    expect(await garden.bedsOf(caller)).toMatchObject([{ id: bed.id, version: 31 }])
    expect(await garden.stored(caller)).toEqual({ beds: 1, events: 31, accesses: 31 })
  })

  test('stores a change with large values, and others at the same time', async () => {
    const caller = testCaller()
    const names = ['roses', 'x'.repeat(200_000), 'tulips', 'y'.repeat(200_000)]
    const all = await Promise.all(names.map((name) => garden.add(caller, name)))
    expect(all.map(({ name }) => name)).toEqual(names)
    expect(await garden.stored(caller)).toEqual({ beds: 4, events: 4, accesses: 4 })
  })

  test('gives up with 503 when the row keeps changing', async () => {
    const caller = testCaller()
    const bed = await garden.add(caller, 'roses')
    const outdated = { ...bed, version: 9 }
    const attempt = garden.keep(caller, () => ({ writes: [beds.replace(bed, outdated)], answer: bed }))
    await expect(attempt).rejects.toMatchObject({ status: 503, code: 'try_again' })
    expect(await garden.stored(caller)).toEqual({ beds: 1, events: 1, accesses: 1 })
  })

  test('stores all of several conditional writes or none, and takes the other decision', async () => {
    const caller = testCaller()
    const [first, second] = [await garden.add(caller, 'roses'), await garden.add(caller, 'tulips')]
    const place = (bed: Bed, seen: Bed, at: string, otherwise?: () => Change<Bed>): Change<Bed> => {
      const after = { ...bed, name: at, version: bed.version + 1 }
      return {
        writes: [beds.replace(after, seen), { statement: placeBed, values: [newId(), at] }],
        events: [changed(bed.id)],
        answer: after,
        ...(otherwise && { otherwise }),
      }
    }
    await garden.keep(caller, () => place(first, first, 'north'))
    const taken = (): never => {
      throw new Problem(409, 'slot_taken', 'Taken.')
    }
    await expect(garden.keep(caller, () => place(second, second, 'north', taken))).rejects.toMatchObject({
      code: 'slot_taken',
    })
    // What was gathered is not current: whether the place is taken is not known.
    await expect(
      garden.keep(caller, () => place(second, { ...second, version: 7 }, 'south', taken)),
    ).rejects.toMatchObject({
      code: 'try_again',
    })
    expect(await garden.countOf('gardens.places', caller)).toBe(1)
    expect((await garden.bedsOf(caller)).map(({ name }) => name)).toEqual(['north', 'tulips'])
    const moved = await garden.keep(caller, () => place(second, second, 'north', () => place(second, second, 'south')))
    expect(moved.result.name).toBe('south')
    expect((await garden.bedsOf(caller)).map(({ name }) => name)).toEqual(['north', 'south'])
    expect(await garden.stored(caller)).toEqual({ beds: 2, events: 4, accesses: 4 })
  })

  test('commits many together, of several organizations, and one that the database refuses affects no other', async () => {
    const callers = Array.from({ length: 8 }, () => testCaller())
    const names = callers.flatMap((caller) => ['roses', 'refused', 'tulips'].map((name) => ({ caller, name })))
    const outcomes = await Promise.allSettled(names.map(({ caller, name }) => garden.add(caller, name)))
    for (const [place, { name }] of names.entries())
      expect(outcomes[place]?.status).toBe(name === 'refused' ? 'rejected' : 'fulfilled')
    for (const caller of callers) expect(await garden.stored(caller)).toEqual({ beds: 2, events: 2, accesses: 2 })
  })

  test('replays the first response for a repeated request, also when the decision would now refuse', async () => {
    const caller = testCaller()
    let decided = 0
    const once = (): Change<Bed> => {
      if ((decided += 1) > 1) throw new Problem(409, 'version_conflict', 'Done before.')
      return addition(newBed('roses'))
    }
    const first = await garden.keep(caller, once, { key: 'k1' })
    expect(await garden.keep(caller, once, { key: 'k1' })).toEqual({ result: first.result, replayed: true })
    expect(await garden.keep(caller, () => addition(newBed('roses')), { key: 'k1' })).toEqual({
      result: first.result,
      replayed: true,
    })
    expect(await garden.stored(caller)).toEqual({ beds: 1, events: 1, accesses: 3 })
  })

  test('runs one of twenty simultaneous repeats and returns its response to all', async () => {
    const caller = testCaller()
    const all = await Promise.all(
      Array.from({ length: 20 }, () => garden.keep(caller, () => addition(newBed('roses')), { key: 'k1' })),
    )
    expect(new Set(all.map(({ result }) => result.id)).size).toBe(1)
    expect(all.filter(({ replayed }) => !replayed)).toHaveLength(1)
    expect(await garden.stored(caller)).toMatchObject({ beds: 1, events: 1 })
  })

  test('finds a used key without an error, so that a group with it stores the others', async () => {
    const caller = testCaller()
    const { organizationId } = caller
    const { database, vault } = garden.platform
    const idempotency = { key: 'k1', operation: 'addBed', requestHash: Buffer.from('same request') }
    await garden.keep(caller, () => addition(newBed('roses')), { key: 'k1' })
    const db = database.reader({ domain: 'gardens', organizationId })
    const row = await replayToInsert(db, vault, testRequestContext(caller), idempotency, null)
    const place = { statement: placeBed, values: [newId(), 'north'] }
    const statements = [compileChange(organizationId, [], [row]), compileChange(organizationId, [place], [])]
    const rows = await database
      .groups(1)
      .execute(statements.map((each) => ({ domain: 'gardens', organizationId, ...each })))
    expect(rows).toEqual([['f'], ['t']])
    expect(await garden.countOf('gardens.places', caller)).toBe(1)
  })

  test('refuses a change with more values than the database accepts, and stores the others', async () => {
    const caller = testCaller()
    const many = (): Change<Bed> => ({
      ...addition(newBed('roses')),
      events: Array.from({ length: 2 }, () => changed(newId())),
      writes: Array.from({ length: 20_000 }, () => beds.insert(newBed('roses'))),
    })
    const [refused, stored_] = await Promise.allSettled([garden.keep(caller, many), garden.add(caller, 'tulips')])
    expect([refused?.status, stored_?.status]).toEqual(['rejected', 'fulfilled'])
    expect(await garden.bedsOf(caller)).toMatchObject([{ name: 'tulips' }])
  })

  test('refuses a key that another request used', async () => {
    const caller = testCaller()
    await garden.keep(caller, () => addition(newBed('roses')), { key: 'k1' })
    const other = garden.keep(caller, () => addition(newBed('beans')), { key: 'k1', hash: 'another request' })
    await expect(other).rejects.toMatchObject({ status: 409, code: 'idempotency_key_reused' })
    expect(await garden.stored(caller)).toMatchObject({ beds: 1 })
  })

  test('consumes an event once', async () => {
    const caller = testCaller()
    const consumes = { consumer: 'gardens.test', eventIds: [newId(), newId(), newId()] }
    await garden.keep(caller, () => addition(newBed('roses')), { consumes })
    const repeated = garden.keep(caller, () => addition(newBed('tulips')), { consumes })
    await expect(repeated).rejects.toMatchObject({ code: '23505', table: 'platform.consumed' })
    expect(await garden.stored(caller)).toEqual({ beds: 1, events: 1, accesses: 1 })
  })
})
