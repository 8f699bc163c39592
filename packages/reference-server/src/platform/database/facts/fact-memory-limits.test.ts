import { describe, expect, test } from 'vitest'
import { newId } from '../ids/new-id.ts'
import { FactMemory, factsInMemory } from './fact-memory.ts'

factsInMemory('gardens.beds', { 'directory.patient-changed': ({ patientId }) => patientId })
const changed = (id: string) => ({ type: 'directory.patient-changed', data: { patientId: id, version: 1 } }) as const

describe('the memory', () => {
  test('takes nothing from memory while the events of other processes cannot be read', async () => {
    const memory = new FactMemory({ isAlone: false })
    let reads = 0
    const get = () => memory.get('organization', 'name', 'key', async () => (reads += 1))
    expect([await get(), await get()]).toEqual([1, 2])
    memory.outboxRead()
    expect([await get(), await get()]).toEqual([3, 3])
  })

  test('is bounded, and removes what was not used for longest', async () => {
    const memory = new FactMemory({ isAlone: true })
    let reads = 0
    const get = (key: number) =>
      memory.get('organization', 'name', String(key), async () => ({
        reads: (reads += 1),
        bytes: Buffer.alloc(2 ** 20),
      }))
    for (let key = 0; key < 100; key += 1) {
      await get(key)
      await get(0)
    }
    expect(memory.bytes).toBeLessThanOrEqual(64 * 2 ** 20)
    expect(reads).toBe(100)
    await get(1)
    expect(reads).toBe(101)
  })

  test('applies an event of this process at its commit, and not again when it is delivered', async () => {
    const memory = new FactMemory({ isAlone: true })
    const event = { id: newId(), at: '2026-11-28T12:00:00Z', version: 1, organizationId: 'organization' }
    let reads = 0
    const get = () => memory.get('organization', 'gardens.beds', 'bed', async () => (reads += 1))
    await get()
    memory.committed({ ...event, ...changed('bed') })
    expect(await get()).toBe(2)
    memory.delivered({ ...event, ...changed('bed') })
    expect(await get()).toBe(2)
    memory.delivered({ ...event, id: newId(), ...changed('bed') })
    expect(await get()).toBe(3)
  })

  test('does not keep what was dropped while it was read', async () => {
    const memory = new FactMemory({ isAlone: true })
    const { promise, resolve } = Promise.withResolvers<string>()
    const first = memory.get('organization', 'gardens.beds', 'bed', () => promise)
    const event = { id: newId(), at: '2026-11-28T12:00:00Z', version: 1, organizationId: 'organization' }
    memory.committed({ ...event, ...changed('bed') })
    resolve('before the change')
    expect(await first).toBe('before the change')
    expect(await memory.get('organization', 'gardens.beds', 'bed', async () => 'after it')).toBe('after it')
  })
})
