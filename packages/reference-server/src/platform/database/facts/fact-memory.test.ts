import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createTestPlatform,
  testCaller,
  testRequestContext,
  testRow,
  type TestPlatform,
} from '../../tests/create-platform.testing.ts'
import type { Caller } from '../../contracts/caller.ts'
import type { Change } from '../../contracts/change.ts'
import type { AnyKysely } from '../../contracts/database.ts'
import type { Platform } from '../../create-platform.ts'
import { newId } from '../ids/new-id.ts'
import { beds, changed, inMemory, migrations, selectBed, type Bed } from './beds.testing.ts'
import { factsInMemory } from './fact-memory.ts'

const listInMemory = factsInMemory('gardens.all-beds', { 'directory.patient-changed': () => null })

describe.each(['pglite', 'postgres'] as const)('facts in memory on %s', (engine) => {
  let kit: TestPlatform
  let reads = 0
  beforeAll(async () => {
    kit = await createTestPlatform(engine, migrations)
    await kit.platform.start()
  })
  beforeEach(() => {
    reads = 0
  })
  afterAll(() => kit.stop())

  const select = (db: AnyKysely, id: string): Promise<Bed | undefined> => {
    reads += 1
    return selectBed(db, id)
  }
  const find = ({ database }: Platform, { organizationId }: Caller, id: string): Promise<Bed | undefined> => {
    const db = database.reader({ domain: 'gardens', organizationId })
    return inMemory(db, id, () => select(db, id))
  }
  const keep = async (
    { unitOfWork }: Platform,
    caller: Caller,
    decide: (isRepeated: boolean) => Change<Bed> | Promise<Change<Bed>>,
  ): Promise<Bed> => {
    const { result } = await unitOfWork.keep<Bed>(
      {
        domain: 'gardens',
        context: testRequestContext(caller),
        idempotency: null,
        audit: () => [testRow(caller, null)],
      },
      decide,
    )
    return result
  }
  const add = (caller: Caller, name: string): Promise<Bed> => {
    const bed = { id: newId(), name, version: 1 }
    return keep(kit.platform, caller, () => ({ writes: [beds.insert(bed)], events: [changed(bed.id)], answer: bed }))
  }
  const rename = (platform: Platform, caller: Caller, id: string, name: string): Promise<Bed> =>
    keep(platform, caller, async () => {
      const before = await find(platform, caller, id)
      if (!before) throw new Error('no bed')
      const after = { ...before, name, version: before.version + 1 }
      return { writes: [beds.replace(after, before)], events: [changed(id, after.version)], answer: after }
    })

  test('are read once, also by concurrent requests, until their event', async () => {
    const caller = testCaller()
    const bed = await add(caller, 'roses')
    const other = await add(caller, 'tulips')
    await Promise.all([1, 2, 3].map(() => find(kit.platform, caller, bed.id)))
    expect(await find(kit.platform, caller, bed.id.toUpperCase())).toEqual(bed)
    expect(reads).toBe(1)
    await rename(kit.platform, caller, other.id, 'lilies')
    reads = 0
    await find(kit.platform, caller, bed.id)
    expect(reads).toBe(0)
    const renamed = await rename(kit.platform, caller, bed.id, 'peonies')
    expect(await find(kit.platform, caller, bed.id)).toEqual(renamed)
    expect(reads).toBe(1)
  })

  test('of one organization are never those of another, and what does not exist is read again', async () => {
    const [caller, other] = [testCaller(), testCaller()]
    const bed = await add(caller, 'roses')
    await find(kit.platform, caller, bed.id)
    expect(await find(kit.platform, other, bed.id)).toBeUndefined()
    const unknown = newId()
    await find(kit.platform, caller, unknown)
    await find(kit.platform, caller, unknown)
    expect(reads).toBe(4)
  })

  test('as a list are dropped by a change of any of them', async () => {
    const caller = testCaller()
    const list = () =>
      listInMemory(
        kit.platform.database.reader({ domain: 'gardens', organizationId: caller.organizationId }),
        'all',
        async () => [(reads += 1)],
      )
    await list()
    expect(await list()).toEqual([1])
    await add(caller, 'roses')
    expect(await list()).toEqual([2])
  })

  test('are read together if several are not in memory', async () => {
    const caller = testCaller()
    const [known, one, other] = [await add(caller, 'roses'), await add(caller, 'tulips'), await add(caller, 'lilies')]
    await find(kit.platform, caller, known.id)
    const asked: (readonly string[])[] = []
    const db = kit.platform.database.reader({ domain: 'gardens', organizationId: caller.organizationId })
    const each = (ids: readonly string[]) =>
      inMemory.each(db, ids, async (missing) => {
        asked.push([...missing])
        return new Map(
          (await Promise.all(missing.map((id) => selectBed(db, id)))).flatMap((bed) => (bed ? [[bed.id, bed]] : [])),
        )
      })
    const unknown = newId()
    expect(await each([known.id, other.id, unknown, one.id.toUpperCase()])).toEqual([known, other, undefined, one])
    expect(asked).toEqual([[other.id, unknown, one.id]])
    expect(await each([one.id, known.id])).toEqual([one, known])
    expect(asked).toHaveLength(1)
  })

  test('are not taken inside a transaction', async () => {
    const caller = testCaller()
    const bed = await add(caller, 'roses')
    await find(kit.platform, caller, bed.id)
    await kit.platform.database.transact({ domain: 'gardens', organizationId: caller.organizationId }, async (tx) => {
      await inMemory(tx, bed.id, () => select(tx, bed.id))
    })
    expect(reads).toBe(2)
  })
})
