import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { recordEvents } from '../../test/record-announcements.ts'
import { focused } from '../../test/keyboard.ts'
import { pageText, unmount } from '../../test/mount.ts'
import { elementOf, joinAlone, joinTogether, shadow, until } from '../../test/people-in-room.ts'
import { smallWindowIn, showsSmallWindow, smallWindowGone } from '../../test/small-window.ts'
import { press, waitFor } from '../../test/story.ts'

type Person = 'patient' | 'practitioner'

const placeOf = (person: Person): HTMLElement => {
  const place = elementOf(person).closest<HTMLElement>(`.${person}`)
  if (!place) throw new Error(`There is no place of the ${person}`)
  return place
}
/** As a portal does that shows another of its pages. */
const setHidden = (person: Person, hidden: boolean): void => void (placeOf(person).hidden = hidden)

/** As in a browser that lacks it. Returns what puts it back. */
const without = (prototype: object, name: string): (() => void) => {
  const found = Object.getOwnPropertyDescriptor(prototype, name) ?? {}
  Reflect.deleteProperty(prototype, name)
  return () => void Object.defineProperty(prototype, name, found)
}

const frames = (root: ParentNode): number =>
  root.querySelector('video')?.getVideoPlaybackQuality().totalVideoFrames ?? 0

beforeEach(() => page.viewport(1000, 1300))
afterEach(() => {
  unmount()
  vi.unstubAllGlobals()
  Reflect.deleteProperty(navigator, 'userActivation')
  vi.restoreAllMocks()
})

describe('a room that its page hides', () => {
  test('becomes a small window with the other person, who moves', async () => {
    await joinTogether()
    expect(smallWindowIn()).toBeUndefined()
    setHidden('practitioner', true)
    const small = await showsSmallWindow()
    expect(pageText(small)).toContain('Your camera and microphone are on.')
    await waitFor(() => frames(small) > 3, 'the picture')
    const before = frames(small)
    await waitFor(() => frames(small) > before + 5, 'a picture that moves')
    expect(small.querySelector('video')?.getAttribute('aria-label')).toBe('Video of Robin Example')
  })

  test('is muted and darkened from there, and the other side gets it', async () => {
    await joinTogether()
    setHidden('practitioner', true)
    const small = await showsSmallWindow()
    await press(small, 'Mute')
    await until('patient', 'muted')
    await waitFor(() => pageText(small).includes('Your camera is on.'), 'the words')
    await press(small, 'Camera off')
    await until('patient', 'Dr. Jo Sample has the camera off')
    await waitFor(() => pageText(small).includes('Your camera and microphone are off.'), 'the words')
    expect(small.querySelector('.live')).toBeNull()
    await press(small, 'Unmute')
    await waitFor(() => pageText(small).includes('Your microphone is on.'), 'the words')
  })

  test('asks its page to show it again, and is itself again, with the focus', async () => {
    const { world } = await joinTogether()
    const asked = recordEvents('visit-return-requested')
    setHidden('practitioner', true)
    const small = await showsSmallWindow()
    document.body.addEventListener('visit-return-requested', () => setHidden('practitioner', false), { once: true })
    await press(small, 'Back to the visit')
    await smallWindowGone()
    expect(asked).toEqual([{ visitId: world.ids.visitId }])
    expect(focused()?.matches('.stage')).toBe(true)
  })

  test('does so in a browser without popovers and `checkVisibility`', async () => {
    const restore = [without(HTMLElement.prototype, 'popover'), without(Element.prototype, 'checkVisibility')]
    try {
      await joinAlone('practitioner')
      await until('practitioner', 'Waiting for the patient')
      setHidden('practitioner', true)
      const { host } = await showsSmallWindow()
      const { bottom, right } = host.getBoundingClientRect()
      expect([innerHeight - bottom, document.documentElement.clientWidth - right]).toEqual([16, 16])
      setHidden('practitioner', false)
      await smallWindowGone()
      placeOf('practitioner').style.visibility = 'hidden'
      await showsSmallWindow()
    } finally {
      for (const put of restore) put()
    }
  })

  test.each(['visibility: hidden', 'opacity: 0'])('is noticed as well with %s', async (style) => {
    await joinAlone('practitioner')
    await until('practitioner', 'Waiting for the patient')
    placeOf('practitioner').style.cssText = style
    await showsSmallWindow()
  })

  test('leaves nothing behind when the call ends, or when it is removed', async () => {
    const { world, practitioner } = await joinTogether()
    setHidden('practitioner', true)
    await showsSmallWindow()
    await practitioner.visits.end(world.ids.visitId ?? '', { outcome: 'completed' })
    await smallWindowGone()
    await joinAlone('practitioner')
    await until('practitioner', 'Waiting for the patient')
    setHidden('practitioner', true)
    await showsSmallWindow()
    unmount()
    expect(smallWindowIn()).toBeUndefined()
  })
})

describe('a room that is scrolled out of view', () => {
  test('becomes a small window, from which it is scrolled back', async () => {
    await joinAlone('patient')
    await until('patient', 'Waiting for Dr. Jo Sample')
    const below = document.createElement('div')
    below.style.height = '4000px'
    elementOf('patient').parentElement?.append(below)
    scrollTo(0, 3000)
    const small = await showsSmallWindow()
    expect(pageText(small)).toContain('Waiting for Dr. Jo Sample to join')
    await press(small, 'Back to the visit')
    await smallWindowGone()
    expect(shadow('patient').querySelector('.stage')?.getBoundingClientRect().top).toBeGreaterThan(-100)
    below.remove()
  })

  test('covers nothing while the person writes a message in it', async () => {
    await joinAlone('patient')
    await until('patient', 'Waiting for Dr. Jo Sample')
    await press(elementOf('patient').parentElement as Element, 'Messages')
    const field = await waitFor(() => shadow('patient').querySelector<HTMLElement>('.chat textarea'), 'the field')
    const below = document.createElement('div')
    below.style.height = '4000px'
    elementOf('patient').parentElement?.append(below)
    field.focus()
    scrollTo(0, 3000)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(smallWindowIn()).toBeUndefined()
    field.blur()
    await showsSmallWindow()
    below.remove()
  })
})

describe('where the browser has windows over all others', () => {
  const offer = (requestWindow: () => Promise<Window>, isActive = true): void => {
    vi.stubGlobal('documentPictureInPicture', { requestWindow })
    Object.defineProperty(navigator, 'userActivation', { configurable: true, value: { isActive } })
  }
  const otherWindow = (): Window => {
    const frame = document.createElement('iframe')
    document.querySelector('.practitioner')?.before(frame)
    const { contentWindow } = frame
    if (!contentWindow) throw new Error('There is no window')
    return contentWindow
  }

  test('the room moves there after a press, and into the page when that window is closed', async () => {
    await joinTogether()
    let opened: Window | undefined
    offer(async () => (opened = otherWindow()))
    setHidden('practitioner', true)
    await waitFor(() => opened, 'the window')
    const small = await showsSmallWindow(opened?.document)
    expect(pageText(small)).toContain('Your camera and microphone are on.')
    await waitFor(() => frames(small) > 3, 'the picture')
    expect(smallWindowIn()).toBeUndefined()
    await press(small, 'Mute')
    await until('patient', 'muted')
    opened?.dispatchEvent(new Event('pagehide'))
    expect(pageText(await showsSmallWindow())).toContain('Your camera is on.')
  })

  test.each([
    ['refuses', true],
    ['needs a press, and there was none', false],
  ] as const)('it is shown in the page when the browser %s', async (_, isActive) => {
    const requestWindow = vi.fn(() => Promise.reject(new DOMException('', 'NotAllowedError')))
    await joinAlone('practitioner')
    await until('practitioner', 'Waiting for the patient')
    offer(requestWindow, isActive)
    setHidden('practitioner', true)
    await showsSmallWindow()
    expect(requestWindow).toHaveBeenCalledTimes(isActive ? 1 : 0)
  })
})

describe('leaving the page', () => {
  const asks = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

  test('asks during the call only', async () => {
    await joinAlone('patient', {}, false)
    await waitFor(() => shadow('patient').querySelector('.preview video'), 'the preview')
    expect(asks()).toBe(false)
    await press(document.body, 'Join the visit')
    await until('patient', 'Waiting for Dr. Jo Sample')
    expect(asks()).toBe(true)
    await press(document.body, 'Leave')
    await until('patient', 'You left the room')
    expect(asks()).toBe(false)
  })
})

describe('the time of the visit and the whole screen', () => {
  test('the time begins when both are there, and goes on', async () => {
    const { world, patient } = await joinTogether()
    const timer = await waitFor(() => shadow('patient').querySelector('[role=timer]'), 'the time')
    expect(timer.getAttribute('aria-label')).toBe('Time since the visit began')
    const [visit] = world.state.visits
    if (visit) visit.startedAt = new Date(Date.now() - 65_000).toISOString()
    if (visit) patient.emitLive({ type: 'visit.changed', ids: { visitId: visit.id } })
    await waitFor(() => /^1:0[5-9]$/.test(timer.textContent ?? ''), 'a minute and some seconds')
    const before = timer.textContent
    await waitFor(() => timer.textContent !== before, 'the next second')
  })

  test('the stage fills the screen, by a press, and comes back', async () => {
    await joinAlone('patient')
    await until('patient', 'Waiting for Dr. Jo Sample')
    const requested = vi.spyOn(Element.prototype, 'requestFullscreen').mockImplementation(function request(
      this: Element,
    ) {
      expect(this.matches('.stage')).toBe(true)
      return Promise.resolve()
    })
    await press(document.body, 'Full screen')
    expect(requested).toHaveBeenCalledOnce()
  })
})
