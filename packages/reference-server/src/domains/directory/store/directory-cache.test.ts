import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainSchema } from '../../../platform/database/migrate/domain-schema.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { createTestDatabase, type TestDatabase } from '../../../platform/database/tests/create-test-database.testing.ts'
import { evictOnCommit, createDirectoryCache } from './directory-cache.ts'

describe('cached facts', () => {
  let kit: TestDatabase
  beforeAll(async () => {
    kit = await createTestDatabase({
      engine: 'pglite',
      migrations: [{ id: 'directory/0001-schema', statements: domainSchema('directory') }],
    })
  })
  afterAll(() => kit.close())

  const counting = () => {
    const facts = createDirectoryCache<number>()
    let loads = 0
    return (organizationId: string, id: string) => facts(organizationId, id, async () => (loads += 1))
  }
  const change = (id: string, fails = false): Promise<void> =>
    kit.database.transact({ domain: 'directory', organizationId: newId() }, async () => {
      evictOnCommit(id)
      if (fails) throw new Error('no')
    })

  test('are read once for concurrent requests', async () => {
    const ask = counting()
    expect(await Promise.all([ask('a', '1'), ask('a', '1'), ask('a', '1')])).toEqual([1, 1, 1])
  })

  test('are read again after a change, and not for a change that was rolled back', async () => {
    const ask = counting()
    await ask('a', '1')
    await expect(change('1', true)).rejects.toThrow('no')
    expect(await ask('a', '1')).toBe(1)
    await change('2')
    expect(await ask('a', '1')).toBe(1)
    await change('1')
    expect(await ask('a', '1')).toBe(2)
  })

  test('of one organization are never returned to another', async () => {
    const ask = counting()
    await ask('a', '1')
    expect(await ask('b', '1')).toBe(2)
  })

  test('that were not found are read again', async () => {
    const facts = createDirectoryCache<number>()
    await expect(facts('a', '1', () => Promise.reject(new Error('not found')))).rejects.toThrow('not found')
    expect(await facts('a', '1', async () => 7)).toBe(7)
  })
})
