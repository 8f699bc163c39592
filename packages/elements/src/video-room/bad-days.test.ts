import { html, nothing, render } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { coreEn } from '../core/core.en.ts'
import { coreEs } from '../core/core.es.ts'
import { fakeDevices, rejectDevices, setMuted } from '../../test/fake-devices.ts'
import { mount, pageText, unmount } from '../../test/mount.ts'
import { elementOf, joinAlone, joinTogether, roomOf, sees, shadow, textOf, until } from '../../test/people-in-room.ts'
import { recordChanges } from '../../test/record-announcements.ts'
import { press, waitFor } from '../../test/story.ts'
import { duringCallEn } from './during-call.en.ts'
import { duringCallEs } from './during-call.es.ts'
import { videoRoomEn } from './video-room.en.ts'
import { videoRoomEs } from './video-room.es.ts'

/* Each bad day of a call: what the person reads, and what they do next, in both languages. The list is in docs/bad-days.md. */

let restore = (): void => {}
let second: HTMLElement | null = null
afterEach(() => {
  unmount()
  if (second) render(nothing, second)
  second?.remove()
  second = null
  restore()
  restore = () => {}
  document.documentElement.lang = 'en'
})

/** Every connection that is made from now on, and how its options are changed. */
const watchConnections = (change: (options: RTCConfiguration) => RTCConfiguration = (options) => options) => {
  const Real = window.RTCPeerConnection
  const made: RTCPeerConnection[] = []
  window.RTCPeerConnection = class extends Real {
    constructor(options: RTCConfiguration = {}) {
      super(change(options))
      made.push(this)
    }
  } as typeof RTCPeerConnection
  restore = () => {
    window.RTCPeerConnection = Real
  }
  return made
}
const placeOf = (person: 'patient' | 'practitioner'): Element => elementOf(person).parentElement as Element
const name = (text: string): string => text.replace('{name}', 'Dr. Jo Sample')

describe.each([
  ['en', { ...coreEn, ...duringCallEn, ...videoRoomEn }],
  ['es', { ...coreEs, ...duringCallEs, ...videoRoomEs }],
] as const)('in %s, a person reads what is wrong and how to go on', (language, t) => {
  const speak = (): void => {
    document.documentElement.lang = language
  }

  test('when the server is away as they join: the press can be repeated, and there is a telephone number', async () => {
    const { client, world } = await joinAlone('patient', { takeSeat: () => problem(0, 'connection_failed') }, false)
    speak()
    await until('patient', t.readyHeading)
    await press(placeOf('patient'), t.join)
    for (const sentence of t.problem_connection_failed) await until('patient', sentence)
    expect(shadow('patient').querySelector('a[href^="tel:"]')).not.toBeNull()
    const { takeSeat } = world.handlersFor('patient')
    client.setHandlers({ takeSeat: takeSeat! })
    await press(placeOf('patient'), t.join)
    await waitFor(() => shadow('patient').querySelector('.stage'), 'the room')
  })

  test.each([
    ['denied', 'NotAllowedError', 'cameraBlocked'],
    ['absent', 'NotFoundError', 'cameraMissing'],
    ['busy', 'NotReadableError', 'cameraBusy'],
  ] as const)('when the camera is %s: they join all the same', async (_, error, key) => {
    restore = fakeDevices(rejectDevices(error, 'video'))
    await joinAlone('patient', {}, false)
    speak()
    await until('patient', t[key])
    await press(placeOf('patient'), t.join)
    await until('patient', name(t.waitingFor))
    await until('patient', t.cameraTurnOn)
  })

  test('when the camera is unplugged in the call, and there is no other: one press brings it back', async () => {
    await joinTogether()
    speak()
    restore = fakeDevices(rejectDevices('NotFoundError', 'video'))
    const own = shadow('patient').querySelector<HTMLVideoElement>('.self video')?.srcObject as MediaStream
    const [track] = own.getVideoTracks()
    track?.stop()
    track?.dispatchEvent(new Event('ended'))
    await until('patient', t.trouble_device_not_found)
    restore()
    await press(placeOf('patient'), t.cameraTurnOn)
    await waitFor(() => !textOf('patient').includes(t.trouble_device_not_found), 'no complaint')
    await sees('practitioner')
  })

  test('when a phone call comes: that nothing is sent until it ends, and one press; the other reads why', async () => {
    await joinTogether()
    speak()
    const own = shadow('patient').querySelector<HTMLVideoElement>('.self video')?.srcObject as MediaStream
    for (const track of own.getVideoTracks()) setMuted(track, true)
    await until('patient', t.interrupted)
    await until('practitioner', t.link_interrupted.replace('{name}', 'Robin Example'))
    await until('practitioner', t.next_interrupted)
    expect(shadow('practitioner').querySelector('.link-note a')?.getAttribute('href')).toMatch(/^tel:/)
    await press(placeOf('patient'), t.reopen)
    await waitFor(() => !textOf('patient').includes(t.interrupted), 'the end of it')
    await waitFor(() => !textOf('practitioner').includes(t.next_interrupted), 'the end of it on the other side')
    await sees('practitioner')
  })

  test('when every address is blocked and the relay refuses: what blocks, what to try, another try and the telephone', async () => {
    // Without a relay that accepts them, browsers that may use a relay only have no way to each other.
    watchConnections((options) => ({ ...options, iceServers: [], iceTransportPolicy: 'relay' }))
    const world = createSampleWorld({ stage: 'admitted' })
    const [doctor, patient] = [world.client('practitioner'), world.client('patient')]
    await mount(html`${roomOf(doctor, world, 'practitioner')}${roomOf(patient, world, 'patient')}`)
    speak()
    await until('patient', name(t['link_no-path']))
    await until('patient', t['next_no-path'])
    await until('patient', t.connectAgain)
    expect(shadow('patient').querySelector('.link-note a')?.getAttribute('href')).toMatch(/^tel:/)
    restore()
    await Promise.all((['patient', 'practitioner'] as const).map((person) => press(placeOf(person), t.connectAgain)))
    await Promise.all([sees('patient'), sees('practitioner')])
  })

  test('when the browser goes offline in the call: that it broke, that we try, and the telephone', async () => {
    const made = watchConnections()
    await joinTogether()
    speak()
    // It lasts until the next try, which may come before a busy page is looked at.
    const shown = recordChanges(shadow('patient'), (root) => ({
      text: pageText(root),
      phone: root.querySelector('.link-note a')?.getAttribute('href'),
    }))
    for (const connection of made) connection.close()
    // A closed connection sends the page no event; one that fails does.
    for (const connection of made) connection.dispatchEvent(new Event('connectionstatechange'))
    const broke = () => shown.find(({ text }) => text.includes(name(t.link_reconnecting)))
    expect((await waitFor(broke, 'that it broke')).phone).toMatch(/^tel:/)
  })

  test('in a second tab: that they are in the visit already, and where it went', async () => {
    const world = createSampleWorld({ stage: 'admitted' })
    await mount(roomOf(world.client('patient'), world, 'patient'))
    speak()
    await until('patient', name(t.waitingFor))
    second = document.createElement('div')
    document.body.append(second)
    render(roomOf(world.client('patient'), world, 'patient', false), second)
    const other = await waitFor(() => second?.querySelector('visit-video-room')?.shadowRoot, 'the second tab')
    await waitFor(() => pageText(other).includes(t.elsewhereHeading), t.elsewhereHeading)
    await press(second, t.moveHere)
    await until('patient', t.movedHeading)
    await until('patient', t.takeBack)
  })

  test('when the session ends in the call: the call goes on, and they sign in again', async () => {
    const { patient } = await joinTogether()
    speak()
    patient.endSession()
    await until('patient', t.signedOut)
    await sees('patient')
    await press(placeOf('patient'), t.signIn)
    await waitFor(() => !textOf('patient').includes(t.signedOut), 'the session')
    await sees('practitioner')
  })
})
