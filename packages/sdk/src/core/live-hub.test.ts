import { expect, test, vi } from 'vitest'
import { createLiveHub } from './live-hub.ts'
import type { LiveMessage } from './live-message.ts'

test('a message that arrives twice is heard once; what only shares its cursor is heard too', () => {
  const hub = createLiveHub()
  const heard = vi.fn()
  hub.subscribe({ types: ['*'] }, heard)
  const types = ['visit.changed', 'visit.changed', 'signal', 'signal', 'session.ended', 'resync', 'resync']
  for (const type of types) hub.deliver({ type, ids: {}, cursor: '1' } as LiveMessage)
  expect(heard.mock.calls.map(([{ type }]) => type as string)).toEqual([
    'visit.changed',
    'signal',
    'signal',
    'session.ended',
    'resync',
    'resync',
  ])
})

test('a message that leaves an id out may concern anybody', () => {
  const hub = createLiveHub()
  const heard = vi.fn()
  hub.subscribe({ types: ['queue.*'], ids: { visitId: 'v1', patientId: undefined } }, heard)
  hub.deliver({ type: 'queue.changed', ids: { practitionerId: 'p1' } })
  hub.deliver({ type: 'queue.changed', ids: { practitionerId: 'p1', visitId: 'v2' } })
  hub.deliver({ type: 'queues.changed', ids: {} } as unknown as LiveMessage)
  expect(heard).toHaveBeenCalledTimes(1)
})

test('a listener that throws is reported and the others still hear', () => {
  const hub = createLiveHub()
  const reported = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => {})
  const heard = vi.fn()
  hub.subscribe({ types: ['*'] }, () => {
    throw new Error('a fault of the page')
  })
  hub.subscribe({ types: ['*'] }, heard)
  hub.deliver({ type: 'allergy.changed', ids: { patientId: 'p1' } })
  expect(heard).toHaveBeenCalledTimes(1)
  expect(reported.mock.lastCall?.[0]).toThrow('a fault of the page')
  vi.restoreAllMocks()
})

test('a subscription ends with its signal, and one that is aborted already never begins', () => {
  const counts: number[] = []
  const hub = createLiveHub((count) => counts.push(count))
  const leaving = new AbortController()
  const heard = vi.fn()
  hub.subscribe({ types: ['*'] }, heard, leaving.signal)
  leaving.abort()
  hub.subscribe({ types: ['*'] }, heard, leaving.signal)
  hub.deliver({ type: 'allergy.changed', ids: { patientId: 'p1' } })
  expect(heard).not.toHaveBeenCalled()
  expect(counts).toEqual([1, 0])
})
