import { expect, test, vi } from 'vitest'
import { createLiveHub } from './live-hub.ts'
import type { LiveMessage } from './live-message.ts'

test('delivers a repeated message once, and a different message with the same cursor too', () => {
  const hub = createLiveHub()
  const handler = vi.fn()
  hub.subscribe({ types: ['*'] }, handler)
  const types = ['visit.changed', 'visit.changed', 'signal', 'signal', 'session.ended', 'resync', 'resync']
  for (const type of types) hub.deliver({ type, ids: {}, cursor: '1' } as LiveMessage)
  expect(handler.mock.calls.map(([{ type }]) => type as string)).toEqual([
    'visit.changed',
    'signal',
    'signal',
    'session.ended',
    'resync',
    'resync',
  ])
})

test('a message without an id matches every filter on that id', () => {
  const hub = createLiveHub()
  const handler = vi.fn()
  hub.subscribe({ types: ['queue.*'], ids: { visitId: 'v1', patientId: undefined } }, handler)
  hub.deliver({ type: 'queue.changed', ids: { practitionerId: 'p1' } })
  hub.deliver({ type: 'queue.changed', ids: { practitionerId: 'p1', visitId: 'v2' } })
  hub.deliver({ type: 'queues.changed', ids: {} } as unknown as LiveMessage)
  expect(handler).toHaveBeenCalledTimes(1)
})

test('reports an error in one listener and still calls the others', () => {
  const hub = createLiveHub()
  const reported = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => {})
  const handler = vi.fn()
  hub.subscribe({ types: ['*'] }, () => {
    throw new Error('a fault of the page')
  })
  hub.subscribe({ types: ['*'] }, handler)
  hub.deliver({ type: 'allergy.changed', ids: { patientId: 'p1' } })
  expect(handler).toHaveBeenCalledTimes(1)
  expect(reported.mock.lastCall?.[0]).toThrow('a fault of the page')
  vi.restoreAllMocks()
})

test('a subscription ends with its signal, and an aborted signal starts none', () => {
  const counts: number[] = []
  const hub = createLiveHub((count) => counts.push(count))
  const leaving = new AbortController()
  const handler = vi.fn()
  hub.subscribe({ types: ['*'] }, handler, leaving.signal)
  leaving.abort()
  hub.subscribe({ types: ['*'] }, handler, leaving.signal)
  hub.deliver({ type: 'allergy.changed', ids: { patientId: 'p1' } })
  expect(handler).not.toHaveBeenCalled()
  expect(counts).toEqual([1, 0])
})
