import { describe, expect, test } from 'vitest'
import type { DomainEvent } from '../../contracts/event.ts'
import { factTable } from '../changes/fact-table.ts'
import { newId } from '../ids/new-id.ts'
import { changed, inMemory } from './beds.testing.ts'
import { FactMemory } from './fact-memory.ts'

describe('a fact that this process has stored', () => {
  const organizationId = newId()
  const event = (id: string): DomainEvent =>
    ({ id: newId(), organizationId, at: '2026-11-30T00:00:00.000Z', ...changed(id) }) as never
  const memoryWith = (): { memory: FactMemory; id: string; read: () => Promise<string> } => {
    const [memory, id] = [new FactMemory({ isAlone: true }), newId()]
    return { memory, id, read: () => memory.get(organizationId, 'gardens.beds', id, async () => 'read') }
  }
  const keep = (memory: FactMemory, own: DomainEvent, id: string): void => {
    const isLatest = !memory.hasDelivered([own])
    memory.committed(own)
    if (isLatest) memory.keep(organizationId, [inMemory.kept(id, 'kept')])
  }

  test('is dropped by a later change of another process', async () => {
    const { memory, id, read } = memoryWith()
    const own = event(id)
    keep(memory, own, id)
    expect(await read()).toBe('kept')
    memory.delivered(own)
    expect(await read()).toBe('kept')
    memory.delivered(event(id))
    expect(await read()).toBe('read')
  })

  test('is not kept if the outbox was read past its event before the commit was reported', async () => {
    const { memory, id, read } = memoryWith()
    const own = event(id)
    memory.delivered(own)
    memory.delivered(event(id))
    keep(memory, own, id)
    expect(await read()).toBe('read')
  })

  test('replaces a read that began before', async () => {
    const { memory, id, read } = memoryWith()
    const before = Promise.withResolvers<string>()
    const earlier = memory.get(organizationId, 'gardens.beds', id, () => before.promise)
    keep(memory, event(id), id)
    before.resolve('older')
    expect(await earlier).toBe('older')
    expect(await read()).toBe('kept')
  })
})

test('a table whose values may be read as others is refused', () => {
  expect(() =>
    factTable<{ readonly id: string; readonly amount: string }>(
      'gardens.prices',
      { id: ['id', 'uuid'], amount: ['amount', 'numeric'] },
      { guard: ['amount'], inMemory: inMemory },
    ),
  ).toThrow('gardens.prices.amount')
})
