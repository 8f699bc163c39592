import { html } from 'lit'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { bookingEndEn } from '../booking/booking-end.en.ts'
import { bookingEndEs } from '../booking/booking-end.es.ts'
import { bookingEn } from '../booking/booking.en.ts'
import { bookingEs } from '../booking/booking.es.ts'
import { coreEn } from '../core/core.en.ts'
import { coreEs } from '../core/core.es.ts'
import { networkCheckEn } from '../device-check/network/network-check.en.ts'
import { networkCheckEs } from '../device-check/network/network-check.es.ts'
import { deviceCheckEn } from '../device-check/device-check.en.ts'
import { deviceCheckEs } from '../device-check/device-check.es.ts'
import { timeChoiceEn } from '../time-choice/time-choice.en.ts'
import { timeChoiceEs } from '../time-choice/time-choice.es.ts'
import { waitingRoomEn } from '../waiting-room/waiting-room.en.ts'
import { waitingRoomEs } from '../waiting-room/waiting-room.es.ts'
import { showBooking, slots, toTimes } from '../../test/booking-page.ts'
import { fakeNetwork, sampleServers, type FakeNetwork } from '../../test/fake-network.ts'
import { mount, pageText, unmount } from '../../test/mount.ts'
import { elementOf, joinAlone, joinTogether, roomOf, sees, shadow, until } from '../../test/people-in-room.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/device-check.ts'
import '../define/waiting-room.ts'
import { videoRoomEn } from './video-room.en.ts'
import { videoRoomEs } from './video-room.es.ts'

/* Bad days before a call and at its edges, in both languages. Those in the call are in bad-days.test.ts, the list in docs/bad-days.md. */

let restore = (): void => {}
beforeEach(() => page.viewport(1000, 1700))
afterEach(() => {
  unmount()
  restore()
  restore = () => {}
  vi.restoreAllMocks()
  document.documentElement.lang = 'en'
})

const doctor = (text: string): string => text.replace('{name}', 'Dr. Jo Sample')
const reads = (text: string): Promise<boolean> => waitFor(() => pageText().includes(text), text)
/** A text up to its first value. */
const opening = (text: string): string => text.slice(0, text.indexOf('{'))
const phone = (): string | null | undefined => shadow('patient').querySelector('a[href^="tel:"]')?.getAttribute('href')

describe.each([
  [
    'en',
    { ...coreEn, ...timeChoiceEn, ...bookingEn, ...bookingEndEn },
    { ...deviceCheckEn, ...networkCheckEn },
    videoRoomEn,
    waitingRoomEn,
  ],
  [
    'es',
    { ...coreEs, ...timeChoiceEs, ...bookingEs, ...bookingEndEs },
    { ...deviceCheckEs, ...networkCheckEs },
    videoRoomEs,
    waitingRoomEs,
  ],
] as const)('in %s, a person reads what is wrong and how to go on', (language, booking, check, room, waiting) => {
  const speak = (): void => {
    document.documentElement.lang = language
  }

  test('when the server is away as they book: what they wrote stays, and one more press books', async () => {
    const { client, world } = await showBooking()
    await toTimes()
    slots()[0]?.click()
    await reads(opening(timeChoiceEn.held))
    await press(document.body, 'Continue')
    speak()
    await reads(booking.book)
    const reason = await waitFor(() => deepQuery<HTMLTextAreaElement>(document.body, 'textarea'), 'the field')
    reason.value = 'A cough'
    reason.dispatchEvent(new Event('input', { bubbles: true }))
    client.setHandlers({ bookAppointment: () => problem(0, 'connection_failed') })
    await press(document.body, booking.book)
    for (const sentence of booking.problem_connection_failed) await reads(sentence)
    expect(deepQuery<HTMLTextAreaElement>(document.body, 'textarea')?.value).toBe('A cough')
    client.setHandlers({ bookAppointment: world.handlers.bookAppointment! })
    await press(document.body, booking.book)
    await waitFor(
      () => client.calls.filter(({ operationId }) => operationId === 'bookAppointment').length === 2,
      'both',
    )
    await reads(booking.bookedHeading)
  })

  test('when the page is loaded again as they book: the time is held as before', async () => {
    const { client, world } = await showBooking()
    await toTimes()
    slots()[1]?.click()
    await reads(opening(timeChoiceEn.held))
    window.dispatchEvent(new PageTransitionEvent('pagehide'))
    await waitFor(() => client.calls.some(({ operationId }) => operationId === 'leaveHold'), 'the hold to be left')
    vi.spyOn(client.holds, 'release').mockResolvedValue()
    document.querySelector('visit-booking')?.remove()
    speak()
    await mount(
      withProvider(world.client('patient'), html`<visit-booking zone="America/New_York"></visit-booking>`),
      language,
    )
    await reads(opening(booking.held))
    await waitFor(() => slots().some((slot) => slot.getAttribute('aria-pressed') === 'true'), 'the held time')
  })

  test('when the page is loaded again as they wait: they have the same place', async () => {
    const world = createSampleWorld({ stage: 'waiting' })
    const show = () =>
      mount(
        withProvider(
          world.client('patient'),
          html`<visit-waiting-room appointment-id=${world.ids.appointmentId ?? ''}></visit-waiting-room>`,
        ),
        language,
      )
    await show()
    await reads(waiting.next)
    unmount()
    await show()
    await reads(waiting.next)
    expect(world.state.visits).toHaveLength(1)
  })

  test.each<[string, FakeNetwork['reach'], 'blocked' | 'relay-refused' | 'udp-blocked']>([
    ['nothing passes', () => 'silent', 'blocked'],
    ['the relay refuses', (url) => (url.startsWith('stun') ? 'reached' : 'refused'), 'relay-refused'],
    ['UDP is blocked', (url) => (/transport=tcp/.test(url) ? 'reached' : 'silent'), 'udp-blocked'],
  ])('when %s before the visit: the cause, and what to do', { timeout: 60_000 }, async (_, reach, cause) => {
    restore = fakeNetwork({ reach })
    const world = createSampleWorld({ stage: 'waiting' })
    const visitId = world.ids.visitId ?? ''
    const client = world.client('patient', {
      getNetworkTest: () => ({
        ...{ visitId, patientId: world.ids.patientId, iceServers: sampleServers },
        expiresAt: '2030-01-01T00:00:00Z',
      }),
    })
    await mount(withProvider(client, html`<visit-device-check visit-id=${visitId}></visit-device-check>`), language)
    await press(document.body, check.start)
    await waitFor(() => world.state.visits[0]?.deviceCheck?.network, 'the result').catch(() => undefined)
    await reads(check[`cause_${cause}`])
    await reads(check[`fix_${cause}`])
  })

  test('when the browser has no calls: another browser, and the telephone', async () => {
    const { addTransceiver } = RTCPeerConnection.prototype
    restore = () => {
      RTCPeerConnection.prototype.addTransceiver = addTransceiver
    }
    await joinAlone('patient', {}, false)
    speak()
    await until('patient', room.readyHeading)
    Reflect.deleteProperty(RTCPeerConnection.prototype, 'addTransceiver')
    await press(document.body, room.join)
    for (const sentence of room.problem_video_unsupported) await until('patient', sentence)
    expect(phone()).toMatch(/^tel:/)
  })

  test('when the two browsers do not fit together: the reason, one more try, and the telephone', async () => {
    const { world } = await joinAlone('patient')
    speak()
    await until('patient', doctor(room.waitingFor))
    const other = world.client('practitioner')
    const visitId = world.ids.visitId ?? ''
    await other.visits.takeSeat(visitId)
    const stays: string[] = []
    other.watch({ types: ['signal'] }, ({ data }) => void stays.push((data as { session: string }).session))
    const say = (signal: object): Promise<void> =>
      other.live.sendSignal(visitId, undefined, { v: 1, session: 'their-stay', ...signal })
    const media = { microphone: true, camera: true, screen: false }
    await say({ type: 'hello', reply: true, media })
    const to = await waitFor(() => stays[0], 'their greeting')
    await say({ type: 'description', to, description: { type: 'offer', sdp: 'v=0\r\nof no browser', number: 1 } })
    await until('patient', doctor(room.link_refused))
    await until('patient', room.next_refused)
    expect(phone()).toMatch(/^tel:/)
    await press(elementOf('patient').parentElement as Element, room.connectAgain)
    await waitFor(() => stays.some((stay) => stay !== to), 'another try')
  })

  test('when one loads the page again in the call: the same button leads back, next to the telephone', async () => {
    const { world } = await joinTogether()
    speak()
    // As a browser does with a page that it removes.
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }))
    unmount()
    const [doctorClient, patientClient] = [world.client('practitioner'), world.client('patient')]
    await mount(
      html`${roomOf(doctorClient, world, 'practitioner')}${roomOf(patientClient, world, 'patient', false)}`,
      language,
    )
    await until('patient', room.readyHeading)
    expect(phone()).toMatch(/^tel:/)
    await press(elementOf('patient').parentElement as Element, room.join)
    await Promise.all([sees('patient'), sees('practitioner')])
  })

  test('when the other one loads their page again: that they dropped out, and the telephone', async () => {
    const { world } = await joinAlone('patient')
    speak()
    await until('patient', doctor(room.waitingFor))
    const other = world.client('practitioner')
    const visitId = world.ids.visitId ?? ''
    await other.visits.takeSeat(visitId)
    const say = (signal: object): Promise<void> =>
      other.live.sendSignal(visitId, undefined, { v: 1, session: 'their-stay', ...signal })
    await say({ type: 'hello', reply: false, media: { microphone: true, camera: true, screen: false } })
    await until('patient', doctor(room.link_connecting))
    await say({ type: 'bye', mayReturn: true })
    await until('patient', doctor(room.link_away))
    expect(shadow('patient').querySelector('.link-note a')?.getAttribute('href')).toMatch(/^tel:/)
  })
})
