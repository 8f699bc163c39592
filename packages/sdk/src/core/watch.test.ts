import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createLiveHub, type LiveHub } from './live-hub.ts'
import { VisitError } from './visit-error.ts'
import { createWatch, type Read } from './watch.ts'

let hub: LiveHub
let place: number
let reads: number

beforeEach(() => {
  hub = createLiveHub()
  place = 3
  reads = 0
  vi.spyOn(Math, 'random').mockReturnValue(0)
  vi.useFakeTimers()
  return () => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  }
})

const read: Read<{ place: number }> = async () => {
  reads++
  return { place }
}

let cursor = 0
const moved = (to: number, visitId = 'v1') => {
  place = to
  hub.deliver({ type: 'queue.changed', ids: { practitionerId: 'p1', visitId }, cursor: String(++cursor) })
}
const soon = () => vi.advanceTimersByTimeAsync(20)

describe('subscribing', () => {
  test('shows the current state and the state after every change that matches', async () => {
    const seen: number[] = []
    createWatch(hub, read, { on: ['queue.*'], ids: { visitId: 'v1' } }).subscribe((state) => seen.push(state.place))
    await soon()
    moved(2)
    await soon()
    moved(9, 'v2')
    hub.deliver({
      type: 'visit.changed',
      ids: { visitId: 'v1', appointmentId: 'a1', patientId: 'p1' },
      cursor: 'other',
    })
    await soon()
    expect(seen).toEqual([3, 2])
    expect(reads).toBe(2)
  })

  test('reads nothing before the first subscription and after the last has ended', async () => {
    const watch = createWatch(hub, read, { on: ['*'] })
    moved(2)
    await soon()
    expect(reads).toBe(0)
    const leave = watch.subscribe(() => {})
    await soon()
    leave()
    moved(1)
    await soon()
    expect(reads).toBe(1)
  })

  test('shows a state once, however often it is read', async () => {
    const seen = vi.fn()
    createWatch(hub, read, { on: ['*'] }).subscribe(seen)
    await soon()
    moved(3)
    await soon()
    expect(reads).toBe(2)
    expect(seen).toHaveBeenCalledTimes(1)
  })

  test('a late subscriber receives the known state, without another read', async () => {
    const watch = createWatch(hub, read, { on: ['*'] })
    watch.subscribe(() => {})
    await soon()
    const late = vi.fn()
    watch.subscribe(late)
    await soon()
    expect(late).toHaveBeenCalledExactlyOnceWith({ place: 3 })
    expect(reads).toBe(1)
  })

  test('a burst of changes during a read causes one more read, and its state is the last', async () => {
    let answer: () => void = () => {}
    const slow: Read<number> = () =>
      new Promise((resolve) => {
        reads++
        answer = () => resolve(place)
      })
    const seen: number[] = []
    createWatch(hub, slow, { on: ['*'] }).subscribe((state) => seen.push(state))
    for (let to = 1; to <= 20; to++) moved(to)
    answer()
    await vi.waitFor(() => expect(reads).toBe(2))
    place = 99
    answer()
    await vi.waitFor(() => expect(seen).toEqual([20, 99]))
    await vi.advanceTimersByTimeAsync(250)
    expect(reads).toBe(2)
  })

  test('reads again when the stream could not be resumed, and on refresh', async () => {
    const watch = createWatch(hub, read, { on: ['visit.changed'] })
    watch.subscribe(() => {})
    await soon()
    hub.deliver({ type: 'resync', ids: {}, cursor: 'lost' })
    await soon()
    expect(reads).toBe(2)
    watch.refresh()
    await soon()
    expect(reads).toBe(3)
  })

  test('reports a failure, retries it when it is transient, and continues', async () => {
    const seen: unknown[] = []
    const flaky: Read<string> = async () => {
      if (++reads === 1) throw new VisitError({ status: 503, code: 'overloaded' })
      return 'there'
    }
    createWatch(hub, flaky, { on: ['*'] }).subscribe(
      (state) => seen.push(state),
      (error) => seen.push((error as VisitError).code),
    )
    await vi.waitFor(() => expect(seen).toEqual(['overloaded', 'there']))
  })

  test('does not retry a read that was refused', async () => {
    const failed = vi.fn()
    createWatch(
      hub,
      async () => {
        reads++
        throw new VisitError({ status: 403, code: 'forbidden' })
      },
      { on: ['*'] },
    ).subscribe(() => {}, failed)
    await soon()
    expect(reads).toBe(1)
    expect(failed).toHaveBeenCalledTimes(1)
  })

  test('ending the subscription aborts the read in progress without an error', async () => {
    let aborted = false
    const failed = vi.fn()
    const leave = createWatch(
      hub,
      ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            aborted = true
            reject(signal.reason as Error)
          })
        }),
      { on: ['*'] },
    ).subscribe(() => {}, failed)
    leave()
    await soon()
    expect(aborted).toBe(true)
    expect(failed).not.toHaveBeenCalled()
  })
})

describe('looping', () => {
  test('yields the states and ends with break', async () => {
    const seen: number[] = []
    const watch = createWatch(hub, read, { on: ['*'] })
    for await (const state of watch) {
      seen.push(state.place)
      if (state.place === 1) break
      void soon().then(() => moved(state.place - 1))
    }
    expect(seen).toEqual([3, 2, 1])
    moved(0)
    await soon()
    expect(reads).toBe(3)
  })

  test('a slow reader gets the newest state and not every one', async () => {
    const seen: number[] = []
    for await (const state of createWatch(hub, read, { on: ['*'] })) {
      seen.push(state.place)
      if (state.place === 0) break
      for (const to of [2, 1, 0]) {
        moved(to)
        await soon()
      }
    }
    expect(seen).toEqual([3, 0])
  })

  test('ends without an error when the signal is aborted, before or during', async () => {
    const leaving = new AbortController()
    const seen: number[] = []
    void soon().then(() => leaving.abort())
    const watch = createWatch(hub, read, { on: ['*'], signal: leaving.signal })
    for await (const state of watch) seen.push(state.place)
    for await (const state of watch) seen.push(state.place)
    expect(seen).toEqual([3])
  })

  test('throws when the first read fails, and when a later one is refused', async () => {
    const failing = createWatch(hub, () => Promise.reject(new VisitError({ status: 0, code: 'connection_failed' })), {
      on: ['*'],
    })
    await expect(failing[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'connection_failed' })
    const iterator = createWatch(
      hub,
      async () => {
        if (++reads === 2) throw new VisitError({ status: 503, code: 'overloaded' })
        if (reads === 3) throw new VisitError({ status: 404, code: 'not_found' })
        return reads
      },
      { on: ['*'] },
    )[Symbol.asyncIterator]()
    expect(await iterator.next()).toEqual({ done: false, value: 1 })
    moved(1)
    const refused = expect(iterator.next()).rejects.toMatchObject({ code: 'not_found' })
    await soon()
    await refused
  })
})
