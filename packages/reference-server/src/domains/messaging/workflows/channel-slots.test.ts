import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Channel } from '../model/messaging-policy.ts'
import { ChannelSlots } from './channel-slots.ts'

describe('the slots of a channel', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const open = () => {
    const slots = new ChannelSlots({ sending: 2, waiting: 3, patience: 1_000 })
    const sent: string[] = []
    const pending = new Map<string, () => void>()
    const send = (name: string, channel: Channel = 'email', signal = new AbortController().signal) =>
      slots.use(channel, signal, () => {
        sent.push(name)
        return new Promise<string>((resolve) => void pending.set(name, () => resolve(name)))
      })
    return { sent, pending, send }
  }
  /** So that a rejection is not unhandled while the test waits for something else. */
  const outcomeOf = (sending: Promise<string>): Promise<unknown> =>
    sending.catch((error: unknown) => (error as { code?: unknown }).code ?? error)

  test('a burst waits for a moment, and is sent in its order, not more than the channel admits at a time', async () => {
    const { sent, pending, send } = open()
    const all = ['one', 'two', 'three', 'four'].map((name) => outcomeOf(send(name)))
    await vi.advanceTimersByTimeAsync(500)
    expect(sent).toEqual(['one', 'two'])
    pending.get('two')?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toEqual(['one', 'two', 'three'])
    pending.get('one')?.()
    await vi.advanceTimersByTimeAsync(0)
    for (const end of pending.values()) end()
    expect(await Promise.all(all)).toEqual(['one', 'two', 'three', 'four'])
    // All slots are free again, and no more than before.
    for (const name of ['five', 'six', 'seven']) void outcomeOf(send(name))
    await vi.advanceTimersByTimeAsync(0)
    expect(sent.slice(4)).toEqual(['five', 'six'])
  })

  test('while a vendor is slow, what waits gives up, more do not wait, and the other channel sends', async () => {
    const { sent, send } = open()
    void outcomeOf(send('one'))
    void outcomeOf(send('two'))
    const waiting = ['three', 'four', 'five'].map((name) => outcomeOf(send(name)))
    expect(await outcomeOf(send('six'))).toBe('channel-busy')
    void outcomeOf(send('text', 'sms'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await Promise.all(waiting)).toEqual(['channel-busy', 'channel-busy', 'channel-busy'])
    expect(sent).toEqual(['one', 'two', 'text'])
  })

  test('what is ended while it waits is not sent, and its slot is free for the next', async () => {
    const { sent, pending, send } = open()
    void outcomeOf(send('one'))
    void outcomeOf(send('two'))
    const ended = new AbortController()
    const late = outcomeOf(send('late', 'email', ended.signal))
    const next = outcomeOf(send('next'))
    ended.abort()
    pending.get('one')?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(await late).toBe('timeout')
    pending.get('next')?.()
    expect(await next).toBe('next')
    expect(sent).toEqual(['one', 'two', 'next'])
  })
})
