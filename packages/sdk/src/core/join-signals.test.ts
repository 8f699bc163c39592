import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { joinSignals } from './join-signals.ts'

const never = new AbortController().signal

test('aborts with the first of its signals, with its reason', () => {
  const one = new AbortController()
  const other = new AbortController()
  const joined = joinSignals([one.signal, undefined, other.signal], never)
  let times = 0
  joined.addEventListener('abort', () => times++)
  expect(joined.aborted).toBe(false)
  other.abort('left the page')
  one.abort('closed')
  expect([joined.aborted, joined.reason, times]).toEqual([true, 'left the page', 1])
})

test('is aborted from the start when one of its signals is, with the reason of the first in the list', () => {
  const joined = joinSignals([never, AbortSignal.abort('closed'), AbortSignal.abort('late')], never)
  expect([joined.aborted, joined.reason]).toEqual([true, 'closed'])
})

test('a timeout keeps its own error', async () => {
  const timeout = AbortSignal.timeout(5)
  const joined = joinSignals([never, timeout], never)
  await new Promise((resolve) => joined.addEventListener('abort', resolve))
  expect(joined.reason).toBe(timeout.reason)
  expect((joined.reason as Error).name).toBe('TimeoutError')
})

test('leaves no listener when the call is over', () => {
  const page = new AbortController()
  const over = new AbortController()
  const joined = joinSignals([page.signal], over.signal)
  expect(getEventListeners(page.signal, 'abort')).toHaveLength(1)
  over.abort()
  expect(getEventListeners(page.signal, 'abort')).toEqual([])
  page.abort()
  expect(joined.aborted).toBe(false)
})
