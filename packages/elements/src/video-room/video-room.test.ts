import { html, type TemplateResult } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem, type SampleWorld, type TestClient, type TestHandlers } from '@visitkit/sdk/testing'
import { collect, hear } from '../../test/hear.ts'
import { focused, focusedName, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, unmount } from '../../test/mount.ts'
import { pretendDevices, refusing } from '../../test/pretend-devices.ts'
import { inProvider, press, waitFor } from '../../test/story.ts'
import '../define/provider.ts'
import '../define/video-room.ts'

let restore = (): void => {}
afterEach(() => {
  unmount()
  restore()
  restore = () => {}
})

type Person = 'patient' | 'practitioner'

const roomOf = (client: TestClient, { ids }: SampleWorld, person: Person, autojoin = true): TemplateResult =>
  html`<div class=${person}>
    ${inProvider(
      client,
      html`<visit-video-room visit-id=${ids.visitId ?? ''} ?autojoin=${autojoin}
        ><p slot="aside">The chart of ${person}</p></visit-video-room
      >`,
    )}
  </div>`
const at = (person: Person): Element => {
  const room = document.querySelector(`.${person} visit-video-room`)
  if (!room) throw new Error(`There is no room of the ${person}`)
  return room
}
const shadow = (person: Person): ShadowRoot =>
  at(person).shadowRoot ?? document.createElement('p').attachShadow({ mode: 'open' })
const textOf = (person: Person): string => pageText(shadow(person))
const until = (person: Person, text: string) => waitFor(() => textOf(person).includes(text), `${person}: ${text}`)
const remote = (person: Person) => shadow(person).querySelector<HTMLVideoElement>('[part="remote-video"]')
const frames = (person: Person): number => remote(person)?.getVideoPlaybackQuality().totalVideoFrames ?? 0
const sees = async (person: Person): Promise<void> => {
  await waitFor(() => frames(person) > 3, `${person} to see the other`)
  const before = frames(person)
  await waitFor(() => frames(person) > before + 5, `${person} to see the other move`)
}

/** One person before or in the room. */
const alone = async (
  person: Person = 'patient',
  handlers: TestHandlers = {},
  autojoin = true,
  more: Partial<SampleWorld> = {},
) => {
  const world = { ...createSampleWorld({ stage: 'admitted' }), ...more }
  const client = world.client(person, handlers)
  await mount(roomOf(client, world, person, autojoin))
  return { world, client }
}
/** Both people of one visit, each with a browser's worth of their own. */
const together = async () => {
  const world = createSampleWorld({ stage: 'admitted' })
  const patient = world.client('patient')
  const practitioner = world.client('practitioner')
  await mount(html`${roomOf(practitioner, world, 'practitioner')}${roomOf(patient, world, 'patient')}`)
  await Promise.all([sees('patient'), sees('practitioner')])
  return { world, patient, practitioner }
}

describe('two people in a room', () => {
  test('see each other move and hear each other', async () => {
    await together()
    for (const person of ['patient', 'practitioner'] as const) {
      const audio = shadow(person).querySelector('audio')
      expect((audio?.srcObject as MediaStream | null)?.getAudioTracks()).toHaveLength(1)
      expect(audio?.paused).toBe(false)
      expect(remote(person)?.muted).toBe(true) // the sound comes from one place
    }
    expect(remote('patient')?.getAttribute('aria-label')).toBe('Video of Dr. Jo Sample')
    expect(remote('practitioner')?.getAttribute('aria-label')).toBe('Video of Robin Example')
  })

  test('muting and darkening reach the other side, by button and by key', async () => {
    await together()
    await press(at('patient').parentElement as Element, 'Mute')
    await until('practitioner', 'muted')
    const tile = shadow('practitioner').querySelector('.nameplate')
    expect(tile?.textContent).toContain('muted')
    shadow('patient').querySelector<HTMLElement>('.stage')?.focus()
    await userEvent.keyboard('m')
    await waitFor(() => !tile?.textContent.includes('muted'), 'the sound')
    await userEvent.keyboard('v')
    await until('practitioner', 'Robin Example has the camera off')
    expect(remote('practitioner')).toBeNull()
    await until('patient', 'Your camera is off')
    await userEvent.keyboard('v')
    await sees('practitioner')
  })

  test('one leaves and comes back: the other hears of both', async () => {
    const { world } = await together()
    const said = hear(at('practitioner'))
    const left = collect('visit-left')
    await press(at('patient').parentElement as Element, 'Leave')
    await until('practitioner', 'Waiting for the patient to join')
    await waitFor(() => focusedName() === 'You left the room', 'the heading')
    expect(left).toEqual([{ visitId: world.ids.visitId }])
    expect(world.state.seats.map(({ role }) => role)).toEqual(['practitioner']) // the seat was given back
    await press(at('patient').parentElement as Element, 'Join again')
    await Promise.all([sees('patient'), sees('practitioner')])
    expect(said).toEqual(['Robin Example has left', 'Robin Example has joined'])
  })

  test('the clinician ends it for both, after saying how it went', async () => {
    const { world } = await together()
    const ended = collect('visit-ended')
    await press(at('practitioner').parentElement as Element, 'End visit')
    const dialog = await waitFor(() => shadow('practitioner').querySelector('dialog'), 'the question')
    expect(dialog.open).toBe(true)
    await press(dialog, 'It failed for technical reasons')
    await press(dialog, 'End visit')
    await until('patient', 'The visit has ended')
    await until('practitioner', 'The visit has ended')
    expect(ended).toEqual([{ visitId: world.ids.visitId }, { visitId: world.ids.visitId }])
    expect(world.state.visits[0]?.outcome).toBe('technical-failure')
    expect(shadow('patient').querySelector('video')).toBeNull()
  })
})

describe('a session that ends by its clock', () => {
  test('drops no call: the picture moves on, help stays at hand, the chart is put away', async () => {
    const { practitioner } = await together()
    const chart = () => document.querySelector<HTMLElement>('.practitioner [slot="aside"]')
    expect(chart()?.offsetParent).not.toBeNull()
    practitioner.endSession()
    await until('practitioner', 'You have been signed out. The call goes on until you leave.')
    await sees('practitioner')
    await sees('patient')
    expect(chart()?.assignedSlot).toBeNull()
    expect(textOf('practitioner')).not.toContain('End visit')
    expect(document.querySelector('.practitioner visit-provider')?.shadowRoot?.querySelector('#ended')).toBeNull()
    await press(at('practitioner').parentElement as Element, 'Emergency')
    expect(shadow('practitioner').querySelector('dialog')?.textContent).toContain('1 Example Street')
  })

  test('signing in again goes on where the call is', async () => {
    const { practitioner } = await together()
    practitioner.endSession()
    await until('practitioner', 'You have been signed out')
    const video = remote('practitioner')
    await press(at('practitioner').parentElement as Element, 'Sign in again')
    await until('practitioner', 'End visit')
    expect(remote('practitioner')).toBe(video) // the very same picture
    await sees('practitioner')
    expect(textOf('practitioner')).not.toContain('You have been signed out')
  })

  test('leaves nothing of the visit once the person has left', async () => {
    const { client } = await alone('practitioner')
    await until('practitioner', 'Waiting for the patient')
    client.endSession()
    await until('practitioner', 'You have been signed out')
    await press(document.body, 'Leave')
    await waitFor(() => focusedName() === 'You left the room', 'the heading')
    expect(textOf('practitioner')).not.toMatch(/Emergency|Join/)
    await press(document.body, 'Sign in again')
    await waitFor(() => shadow('practitioner').querySelector('[part="prejoin"], .room'), 'the visit')
  })

  test('before joining, shows nothing of the visit and closes the camera', async () => {
    const { client } = await alone('patient', {}, false)
    const video = await waitFor(() => shadow('patient').querySelector('video'), 'the mirror')
    const stream = video.srcObject as MediaStream
    client.endSession()
    await waitFor(() => stream.getTracks().every(({ readyState }) => readyState === 'ended'), 'darkness')
    expect(textOf('patient')).not.toContain('Ready to join?')
  })
})

test('signing out by hand leaves the call', async () => {
  const { world } = await together()
  const provider = document.querySelector('.patient visit-provider')
  await (provider as Element & { signOut(): Promise<void> }).signOut()
  await until('practitioner', 'Waiting for the patient to join')
  expect(world.state.seats.map(({ role }) => role)).toEqual(['practitioner'])
})

describe('help in an emergency', () => {
  test('opens while every request fails, says where the patient is, and Escape closes it', async () => {
    const { client } = await alone('practitioner')
    await until('practitioner', 'Waiting for the patient')
    const down = () => problem(0, 'connection_failed')
    client.setHandlers({ getVisit: down, getOrganization: down, getMe: down })
    await tabTo('Emergency')
    await userEvent.keyboard('{Enter}')
    const dialog = await waitFor(() => shadow('practitioner').querySelector('dialog'), 'the dialog')
    expect(dialog.textContent).toContain('1 Example Street, Sampleton, OH')
    expect([...dialog.querySelectorAll('a')].map(({ href }) => href)).toEqual(['tel:5550111', 'tel:5550112'])
    expect(shadow('practitioner').getElementById(dialog.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
      'Emergency help for this patient',
    )
    expect(focusedName()).toBe('Close')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => !shadow('practitioner').querySelector('dialog'), 'the room')
    expect(focusedName()).toBe('Emergency')
  })

  test('is the clinician’s: a patient has no such button, nor one to end the visit', async () => {
    await alone('patient')
    await until('patient', 'Waiting for Dr. Jo Sample to join')
    expect(textOf('patient')).not.toMatch(/Emergency|End visit/)
  })
})

test('Enter in the question how it went ends nothing', async () => {
  const { world } = await alone('practitioner')
  await until('practitioner', 'Waiting for the patient')
  await tabTo('End visit')
  await userEvent.keyboard('{Enter}')
  await waitFor(() => focused()?.matches('[name="outcome"]'), 'the question')
  await userEvent.keyboard('{Enter}')
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(world.state.visits[0]?.status).toBe('admitted')
  await userEvent.keyboard('{Escape}')
  await waitFor(() => !shadow('practitioner').querySelector('dialog'), 'the room')
  expect(world.state.visits[0]?.status).toBe('admitted')
})

describe('before joining', () => {
  test('the person sees themselves, chooses with what to enter, and is in with one key', async () => {
    const { world } = await alone('patient', {}, false)
    await waitFor(() => shadow('patient').querySelector('video'), 'the mirror')
    const joined = collect('visit-joined')
    await press(document.body, 'Mute')
    await press(document.body, 'Camera off')
    await waitFor(() => !shadow('patient').querySelector('video'), 'darkness')
    await tabTo('Join the visit')
    await userEvent.keyboard('{Enter}')
    await until('patient', 'Waiting for Dr. Jo Sample to join')
    expect(joined).toEqual([{ visitId: world.ids.visitId, seatId: world.state.seats[0]?.id }])
    expect(textOf('patient')).toMatch(/Unmute.*Camera on/)
    await waitFor(() => focused()?.matches('.stage'), 'the focus in the room')
  })

  test.each([
    ['NotFoundError', 'We found no camera. You can still join with sound.'],
    ['NotAllowedError', 'Your browser does not let us use your camera. You can still join with sound.'],
    ['NotReadableError', 'Another program is using your camera.'],
  ])('%s: says so, and joins with sound', async (error, text) => {
    restore = pretendDevices(refusing(error, 'video'))
    await alone('patient', {}, false)
    await until('patient', text)
    await press(document.body, 'Join the visit')
    await until('patient', 'Waiting for Dr. Jo Sample to join')
    expect(textOf('patient')).toContain('Mute')
    expect(textOf('patient')).toContain('Your camera is off')
  })

  test.each([
    [403, 'not_admitted', 'You have not been called in yet'],
    [409, 'consent_missing', 'Telehealth was not agreed to'],
    [503, 'vendor_unavailable', 'The video service does not answer'],
    [409, 'room_full', 'The room is full'],
  ])('a seat refused with %s %s says why, and the mirror comes back', async (status, code, text) => {
    const { world, client } = await alone('patient', { takeSeat: () => problem(status, code) }, false)
    await waitFor(() => shadow('patient').querySelector('video'), 'the mirror')
    await press(document.body, 'Join the visit')
    await until('patient', text)
    await waitFor(() => shadow('patient').querySelector('.preview video'), 'the mirror again')
    client.setHandlers({ takeSeat: world.handlers.takeSeat })
    await press(document.body, 'Join the visit')
    await until('patient', 'Waiting for Dr. Jo Sample to join')
  })

  test('leaving the page while joining takes no camera along', async () => {
    const streams: MediaStream[] = []
    restore = pretendDevices(async (real, constraints) => {
      const stream = await real(constraints)
      streams.push(stream)
      return stream
    })
    const { world } = await alone('patient', {}, false)
    await waitFor(() => streams.length === 1, 'the mirror')
    await press(document.body, 'Join the visit')
    unmount()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(streams.flatMap((stream) => stream.getTracks()).filter(({ readyState }) => readyState === 'live')).toEqual(
      [],
    )
    expect(world.state.seats).toEqual([])
  })

  test('a visit that has ended is not joined', async () => {
    const world = createSampleWorld({ stage: 'ended' })
    await mount(roomOf(world.client(), world, 'patient'))
    await until('patient', 'The visit has ended')
    expect(world.state.seats).toEqual([])
  })
})

test('whether it is recorded is always said', async () => {
  const { world, client } = await alone('patient')
  await until('patient', 'Not recorded')
  const [visit] = world.state.visits
  if (!visit) throw new Error('There is no visit')
  visit.recording = true
  client.emitLive({ type: 'visit.changed', ids: { visitId: visit.id } })
  await until('patient', 'Being recorded')
})

describe('devices during the call', () => {
  const open = async (): Promise<HTMLDialogElement> => {
    await press(at('patient').parentElement as Element, 'Devices')
    return waitFor(() => shadow('patient').querySelector('dialog'), 'the dialog')
  }
  const chooseOther = async (dialog: HTMLElement, kind: string): Promise<string> => {
    const select = dialog.querySelector<HTMLSelectElement>(`#${kind}`)
    const other = [...(select?.options ?? [])].find(({ selected }) => !selected)?.value ?? ''
    await userEvent.selectOptions(select as HTMLElement, other)
    return other
  }

  test('another microphone is used, and shown as the one in use', async () => {
    await alone('patient')
    await until('patient', 'Waiting for Dr. Jo Sample')
    const other = await chooseOther(await open(), 'microphone')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => !shadow('patient').querySelector('dialog'), 'the room')
    const again = await open()
    await waitFor(() => again.querySelector<HTMLSelectElement>('#microphone')?.value === other, 'the other one in use')
  })

  test('another speaker plays the others', async () => {
    await together()
    const other = await chooseOther(await open(), 'speaker')
    await waitFor(() => shadow('patient').querySelector('audio')?.sinkId === other, 'the other speaker')
  })
})
