import { describe, expect, test } from 'vitest'
import { enter, eventually, hello, newRoom, other, sees, stranger } from '../../../test/peer-room.ts'

describe('the connection to another participant', () => {
  test('connects, is connected, and ends with the one who leaves', async () => {
    const room = newRoom()
    const one = await enter(room, 'seat-a')
    const links: string[] = []
    for (const event of ['participant-joined', 'participant-changed'] as const)
      one.on(event, ({ link }) => link === links.at(-1) || links.push(link))
    const two = await enter(room, 'seat-b')
    await sees(one, 'seat-b').toBeGreaterThan(3)
    expect(links).toEqual(['connecting', 'connected'])
    await two.leave()
    await eventually(() => one.participants.size).toBe(0)
  })

  test('is away after the page of the other was closed, and is back when they are', async () => {
    const room = newRoom()
    const one = await enter(room, 'seat-a')
    const say = stranger(room, 'seat-b')
    say(hello)
    await eventually(() => other(one, 'seat-b')?.link).toBe('connecting')
    say({ type: 'bye', mayReturn: true })
    await eventually(() => other(one, 'seat-b')).toMatchObject({ link: 'away', cameraOn: false, camera: null })
    expect(one.state).toBe('joined')
    await enter(room, 'seat-b')
    await sees(one, 'seat-b').toBeGreaterThan(3)
    expect(other(one, 'seat-b')?.link).toBe('connected')
  })

  test('is not disturbed by a window that they have left, although it speaks from their new seat', async () => {
    const room = newRoom()
    const one = await enter(room, 'seat-a')
    stranger(room, 'seat-b')(hello)
    await eventually(() => other(one, 'seat-b')?.link).toBe('connecting')
    await enter(room, 'seat-c')
    await sees(one, 'seat-c').toBeGreaterThan(3)
    stranger(room, 'seat-c', 'stay-of-seat-b')(hello)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(other(one, 'seat-c')?.link).toBe('connected')
    one.forget?.('seat-b')
    stranger(room, 'seat-c', 'stay-of-seat-b')(hello)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect([...one.participants.keys()]).toEqual(['seat-c'])
    expect(other(one, 'seat-c')?.link).toBe('connected')
  })

  test('a page that is hidden for good says that the person may return', async () => {
    const room = newRoom()
    const one = await enter(room, 'seat-a')
    await enter(room, 'seat-b')
    await sees(one, 'seat-b').toBeGreaterThan(3)
    const said: unknown[] = []
    room.channel('seat-c').onMessage((from, data) => {
      const { type, mayReturn } = data as { type: string; mayReturn?: boolean }
      if (type === 'bye') said.push([from, mayReturn])
    })
    dispatchEvent(new PageTransitionEvent('pagehide'))
    await eventually(() => said).toHaveLength(2)
    expect(said).toEqual(expect.arrayContaining([['seat-b', true]]))
  })

  test('is refused when a browser does not accept a description; the next offer is another one', async () => {
    const room = newRoom()
    // The larger id makes the offer.
    const one = await enter(room, 'seat-b')
    const offers: number[] = []
    let session = ''
    room.channel('seat-a').onMessage((from, data) => {
      const signal = data as { type: string; session: string; description?: { type: string; number: number } }
      session = signal.session
      if (signal.description?.type === 'offer') offers.push(signal.description.number)
    })
    const say = stranger(room, 'seat-a')
    say(hello)
    await eventually(() => offers).toEqual([1])
    say({ type: 'refused', to: session, description: { type: 'offer', number: 1 } })
    await eventually(() => other(one, 'seat-a')?.link).toBe('refused')
    await eventually(() => offers).toContain(2)
  })

  test('an offer that this browser cannot read is refused, and the other side is notified', async () => {
    const room = newRoom()
    const one = await enter(room, 'seat-a')
    const refusals: unknown[] = []
    let session = ''
    room.channel('seat-b').onMessage((from, data) => {
      const signal = data as { type: string; session: string; description?: unknown }
      session = signal.session
      if (signal.type === 'refused') refusals.push(signal.description)
    })
    const say = stranger(room, 'seat-b')
    say(hello)
    await eventually(() => session).not.toBe('')
    say({
      type: 'description',
      to: session,
      description: { type: 'offer', sdp: 'v=0\r\nnot a description', number: 1 },
    })
    await eventually(() => refusals).toEqual([{ type: 'offer', number: 1 }])
    expect(other(one, 'seat-b')?.link).toBe('refused')
    await enter(room, 'seat-b')
    await sees(one, 'seat-b').toBeGreaterThan(3)
    expect(other(one, 'seat-b')?.link).toBe('connected')
  })

  test('a camera that is on and sends nothing is a lost picture, not a camera that is off', async () => {
    const room = newRoom()
    const one = await enter(room, 'seat-a')
    const two = await enter(room, 'seat-b')
    await sees(one, 'seat-b').toBeGreaterThan(3)
    // As when the system takes the camera from the browser.
    for (const track of two.local.camera?.getTracks() ?? []) track.stop()
    await expect
      .poll(() => other(one, 'seat-b'), { timeout: 25_000 })
      .toMatchObject({ link: 'no-picture', cameraOn: true })
  }, 40_000)
})
