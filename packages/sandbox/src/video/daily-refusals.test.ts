import { describe, expect, test } from 'vitest'
import { events, prepareDailyPages, strictPolicy, type TestWindow } from './daily-pages.testing.ts'

declare const window: TestWindow & Window

const { daily, join, newPage, rest, roomPath, seatFor, setPolicy } = prepareDailyPages()

describe('entering fails with a code', () => {
  test('for an expired seat, a seat of another room, and a full room', async () => {
    const page = await newPage()
    const old = { ...(await seatFor('seat-1')), expiresAt: new Date(0).toISOString() }
    expect(await join(page, old)).toBe('seat_expired')
    expect(await join(page, await seatFor('seat-1', { exp: 1 }))).toBe('seat_expired')
    expect(await join(page, await seatFor('seat-1', { room_name: 'other' }))).toBe('seat_refused')
    await rest(roomPath(), { properties: { max_participants: 1 } })
    await join(await newPage(), await seatFor('seat-2'))
    expect(await join(page, await seatFor('seat-1'))).toBe('room_full')
    expect(await events(page)).toContain('error room_full')
  })

  test('when the call machine cannot be loaded, or the page does not allow it', async () => {
    const page = await newPage()
    expect(await join(page, await seatFor('seat-1'), undefined, `${daily().url}/nothing`)).toBe('load_failed')
    setPolicy((sandbox) => strictPolicy(sandbox).replace('trusted-types default', "trusted-types 'none'"))
    expect(await join(await newPage(), await seatFor('seat-1'))).toBe('load_failed')
  })

  test('but not for a camera that the person refuses: they enter without it and see a message', async () => {
    const page = await newPage(['microphone'])
    await page.evaluate(() => {
      const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
      navigator.mediaDevices.getUserMedia = async (constraints) => {
        if (constraints?.video) throw new DOMException('', 'NotAllowedError')
        return real(constraints)
      }
    })
    expect(await join(page, await seatFor('seat-1'))).toBe('joined')
    expect(await events(page)).toContain('error permission_denied')
    expect(await page.evaluate(() => window.driver.local.cameraOn)).toBe(false)
  })
})
