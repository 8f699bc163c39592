import { html, nothing, render } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { problem } from '@visitkit/sdk/testing'
import { unmount } from '../../test/mount.ts'
import { joinAlone, shadow, until } from '../../test/people-in-room.ts'
import { press, waitFor } from '../../test/story.ts'
import { linkStates, type LinkState, type VideoParticipant, type VideoState } from '../video/driver.ts'
import { callBanner } from './call-banner.ts'
import type { Elsewhere } from './during-call.ts'
import { prejoinView, type PrejoinView } from './prejoin.ts'
import type { SelfPreview } from './self-preview.ts'
import { smallWindowView } from './small-window-view.ts'
import { stageView } from './stage.ts'
import type { videoRoomEn } from './video-room.en.ts'
import type { Translate } from '../core/localize.ts'

afterEach(() => {
  unmount()
  document.querySelector('#shown')?.remove()
})

const phone = '+1-614-555-0100'
/** The key instead of the text. */
const t = Object.assign((key: string) => key, {
  rich: (key: string, { phone: link }: Readonly<Record<string, unknown>>) => [key, link],
  raw: () => undefined,
}) as unknown as Translate<typeof videoRoomEn>
const ignore = (): void => {}
const local = {
  microphoneOn: true,
  cameraOn: true,
  sharing: false,
  isInterrupted: false,
  camera: null,
  audio: null,
  screen: null,
}
const one = (link: LinkState): VideoParticipant => ({
  ...{ id: 'b', role: 'practitioner', microphoneOn: true, cameraOn: true, audio: null, camera: null, screen: null },
  ...{ link, quality: 'unknown' },
})

const numbersIn = (view: unknown): string[] => {
  const box = Object.assign(document.createElement('div'), { id: 'shown' })
  document.body.append(box)
  render(html`${view}`, box)
  const numbers = [...box.querySelectorAll('a')].map(({ href }) => href)
  box.remove()
  return numbers
}
const called = 'tel:+16145550100'

describe('a telephone number is on the screen in each state that is not "connected"', () => {
  const stage = (state: VideoState, others: readonly VideoParticipant[], left: string | null = null) =>
    stageView({
      ...{ t, state, others, left, local, phone, quality: 'unknown', recording: false, nameOf: () => 'Dr. Jo Sample' },
      ...{ awaited: '', isInterpreter: () => false, timer: nothing, onConnectAgain: ignore },
    })

  test.each(linkStates)('with another person whose connection is "%s"', (link) => {
    expect(numbersIn(stage('joined', [one(link)]))).toEqual(link === 'connected' ? [] : [called])
    const small = smallWindowView({
      ...{
        t,
        words: t as never,
        lang: 'en',
        direction: 'ltr',
        local,
        isSilent: false,
        phone,
        news: '',
        isRecorded: false,
      },
      ...{ caption: '', others: [one(link)], nameOf: () => '', awaited: '' },
      ...{ onMicrophone: ignore, onCamera: ignore, onReturn: ignore },
    })
    expect(numbersIn(small)).toEqual(link === 'connected' ? [] : [called])
  })

  test('alone in the room, before the other person comes and after they left', () => {
    expect(numbersIn(stage('joined', []))).toEqual([called])
    expect(numbersIn(stage('joined', [], 'Dr. Jo Sample'))).toEqual([called])
  })

  test('while the connection is too poor for a picture', () => {
    const banner = (fallback: 'picture' | 'sound' | 'offer') =>
      callBanner({
        ...{ t, fallback, phone, quality: 'bad', lastError: null },
        ...{ isSilent: false, isSignedOut: false, isInterrupted: false },
        ...{ onSound: ignore, onReopen: ignore, onCamera: ignore, onSignIn: null },
      })
    expect(numbersIn(banner('sound'))).toEqual([called])
    expect(numbersIn(banner('picture'))).toEqual([])
  })

  test('while one’s own connection is being made again', () => {
    expect(numbersIn(stage('reconnecting', [one('connected')]))).toEqual([called])
  })

  const elsewhere: Elsewhere = { heading: '', text: '', join: '' }
  const selfPreview = {
    preview: { devices: [], camera: 'ok' },
    microphone: true,
    camera: true,
  } as unknown as SelfPreview
  const before: Readonly<Record<Exclude<VideoState, 'joined' | 'reconnecting'>, Partial<PrejoinView>>> = {
    idle: {},
    'getting-devices': { entering: 'getting-devices' },
    connecting: { entering: 'connecting' },
    left: { again: true },
    failed: { again: true, problem: html`<p>It failed</p>` },
  }
  test.each(Object.entries(before))('outside of the room, in state "%s"', (_, more) => {
    const view: PrejoinView = {
      ...{ t, selfPreview, entering: null, again: false, elsewhere: null, problem: nothing, phone, canJoin: true },
      ...{ onDevices: ignore, onJoin: ignore },
    }
    expect(numbersIn(prejoinView({ ...view, ...more }))).toEqual([called])
    expect(numbersIn(prejoinView({ ...view, ...more, elsewhere }))).toEqual([called])
  })
})

describe('the number is that of the other side', () => {
  const numbers = (person: 'patient' | 'practitioner') =>
    [...shadow(person).querySelectorAll('a')].map(({ href }) => href)

  test('of the clinic for a patient, before joining and in the room', async () => {
    await joinAlone('patient', {}, false)
    await until('patient', 'Ready to join?')
    await waitFor(() => numbers('patient').length === 1, 'the number')
    await press(document.body, 'Join the visit')
    await until('patient', 'Waiting for Dr. Jo Sample to join')
    expect(numbers('patient')).toHaveLength(1)
  })

  test('of the patient for a clinician who cannot join', async () => {
    await joinAlone('practitioner', { takeSeat: () => problem(503, 'vendor_unavailable') })
    await until('practitioner', 'Or go on by phone: 555-0111')
    expect(numbers('practitioner')).toEqual(['tel:5550111'])
  })
})
