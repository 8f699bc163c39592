import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LocalMedia, Quality, VideoDriver, VideoEvents } from '../video/driver.ts'
import { fallbackTimes, SoundFallback } from './sound-fallback.ts'

type Listener = (detail: never) => void

/** A driver whose connection the test rates. */
const startCall = (cameraOn = true, refuses = false) => {
  const listeners = new Map<keyof VideoEvents, Listener>()
  const local = { cameraOn } as LocalMedia
  const show = (on: boolean): void => {
    Object.assign(local, { cameraOn: on })
    listeners.get('local-changed')?.(local as never)
  }
  const driver = {
    local,
    setCamera: vi.fn(async (on: boolean) => {
      if (refuses) throw new Error('refused')
      show(on)
    }),
    on: (name: keyof VideoEvents, listener: Listener) => {
      listeners.set(name, listener)
      return () => void listeners.delete(name)
    },
  }
  const draw = vi.fn()
  const fallback = new SoundFallback(draw)
  const stop = fallback.follow(driver as unknown as VideoDriver)
  const rate = (quality: Quality): void => listeners.get('connection-quality')?.(quality as never)
  return { fallback, driver, draw, rate, show, stop, listeners }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

describe('while the connection is poor', () => {
  test('the camera is turned off after ten seconds, and not before', async () => {
    const { fallback, driver, rate, draw } = startCall()
    rate('bad')
    await pass(fallbackTimes.off - 1)
    expect([fallback.state, driver.setCamera.mock.calls]).toEqual(['picture', []])
    await pass(1)
    expect([fallback.state, driver.setCamera.mock.calls]).toEqual(['sound', [[false]]])
    expect(draw).toHaveBeenCalledOnce()
  })

  test('a short weakness turns nothing off, and neither does a weak connection that is not poor', async () => {
    const { fallback, driver, rate } = startCall()
    rate('bad')
    await pass(fallbackTimes.off - 1)
    rate('low')
    await pass(60_000)
    expect([fallback.state, driver.setCamera.mock.calls]).toEqual(['picture', []])
  })

  test('a camera that the person has turned off stays theirs: it is not offered', async () => {
    const { fallback, driver, rate } = startCall(false)
    rate('bad')
    await pass(60_000)
    rate('good')
    await pass(60_000)
    expect([fallback.state, driver.setCamera.mock.calls]).toEqual(['picture', []])
  })

  test('a person who turns the camera on again is not contradicted until the connection has been good', async () => {
    const { fallback, driver, rate, show } = startCall()
    rate('bad')
    await pass(fallbackTimes.off)
    show(true)
    rate('low')
    rate('bad')
    await pass(60_000)
    expect([fallback.state, driver.setCamera.mock.calls]).toEqual(['picture', [[false]]])
    rate('good')
    rate('bad')
    await pass(fallbackTimes.off)
    expect([fallback.state, driver.setCamera.mock.calls]).toEqual(['sound', [[false], [false]]])
  })

  test('a camera that cannot be turned off is not said to be off', async () => {
    const { fallback, rate } = startCall(true, true)
    rate('bad')
    await pass(60_000)
    expect(fallback.state).toBe('picture')
  })
})

describe('when the connection is good again', () => {
  const recover = async () => {
    const call = startCall()
    call.rate('bad')
    await pass(fallbackTimes.off)
    call.rate('good')
    return call
  }

  test('the camera is offered after ten seconds, and never turned on by itself', async () => {
    const { fallback, driver } = await recover()
    await pass(fallbackTimes.offer - 1)
    expect(fallback.state).toBe('sound')
    await pass(60_000)
    expect([fallback.state, driver.setCamera.mock.calls]).toEqual(['offer', [[false]]])
  })

  test('the offer ends with the press, and with a connection that is poor before', async () => {
    const { fallback, rate, show } = await recover()
    await pass(fallbackTimes.offer)
    rate('bad')
    expect(fallback.state).toBe('sound')
    rate('good')
    await pass(fallbackTimes.offer)
    show(true)
    expect(fallback.state).toBe('picture')
    rate('bad')
    await pass(fallbackTimes.off)
    expect(fallback.state).toBe('sound')
  })
})

test('nothing happens, and nothing is left, after the call', async () => {
  const { fallback, driver, rate, stop, listeners } = startCall()
  rate('bad')
  stop()
  await pass(60_000)
  expect([fallback.state, driver.setCamera.mock.calls, listeners.size]).toEqual(['picture', [], 0])
})
