import { html } from 'lit'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { DeviceCheck } from '@visitkit/sdk'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { recordEvents, recordAnnouncements } from '../../test/record-announcements.ts'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { fakeDevices, rejectDevices } from '../../test/fake-devices.ts'
import { deepQuery, withProvider, press, waitFor } from '../../test/story.ts'
import '../define/device-check.ts'
import '../define/provider.ts'

let restore = (): void => {}
afterEach(() => {
  unmount()
  restore()
  restore = () => {}
  vi.restoreAllMocks()
})

const element = (): Element | null => deepQuery(document.body, 'visit-device-check')
const alone = () => mount(html`<visit-device-check></visit-device-check>`)
const until = (text: string) => waitFor(() => pageText().includes(text), text)
const chip = () => deepQuery(document.body, '.chip')?.textContent

/** Every stream that was opened, to see that its light goes out. */
const watchStreams = (): MediaStream[] => {
  const streams: MediaStream[] = []
  restore = fakeDevices(async (real, constraints) => {
    const stream = await real(constraints)
    streams.push(stream)
    return stream
  })
  return streams
}
const areOff = (streams: MediaStream[]): boolean =>
  streams.length > 0 && streams.every((stream) => stream.getTracks().every(({ readyState }) => readyState === 'ended'))

/** The bar moves. */
const levelChanges = async (): Promise<void> => {
  const meter = deepQuery<HTMLMeterElement>(document.body, 'meter')
  const levels = new Set<number>()
  await waitFor(() => meter && levels.add(meter.value).size > 2, 'a level that changes')
}

test('nothing is opened before the person asks for it', async () => {
  const streams = watchStreams()
  await alone()
  await settled()
  expect(streams).toEqual([])
  expect(chip()).toBe('Not checked')
})

test('with the keyboard: a picture, a bar that moves, a sound, and a result that is said aloud', async () => {
  await alone()
  const checked = recordEvents('visit-device-checked')
  const announced = recordAnnouncements(element())
  await pressKeyOn('Start the check')
  await until('We can hear you')
  const video = await waitFor(() => deepQuery<HTMLVideoElement>(document.body, 'video'), 'the picture')
  await waitFor(() => video.videoWidth > 0 && !video.paused, 'a moving picture')
  await levelChanges()
  await waitFor(() => checked.length > 0, 'the connection')
  expect(announced).toEqual(['Check your camera and sound: Ready'])
  expect(checked).toEqual([{ ok: true }])
  expect(pageText()).not.toContain('I heard it') // only once there was something to hear
  await pressKeyOn('Play a sound')
  await pressKeyOn('I heard nothing')
  await until('Turn the volume up')
  expect(checked.at(-1)).toEqual({ ok: false })
  await pressKeyOn('I heard it')
  await until('You heard the sound')
  expect(checked.at(-1)).toEqual({ ok: true })
})

describe('a device that cannot be had says how to mend it', () => {
  test.each([
    ['NotAllowedError', 'choose Allow', 'choose Allow'],
    ['NotFoundError', 'We found no camera. Plug one in', 'We found no microphone. Plug one in'],
    ['NotReadableError', 'Another program is using your camera', 'Another program is using your microphone'],
  ])('%s', async (error, cameraFix, microphoneFix) => {
    restore = fakeDevices(rejectDevices(error))
    await alone()
    const checked = recordEvents('visit-device-checked')
    await press(document.body, 'Start the check')
    await waitFor(() => checked.length > 0, 'the result')
    const [camera, microphone] = [...(element()?.shadowRoot?.querySelectorAll('.check') ?? [])]
    expect(camera?.textContent).toContain(cameraFix)
    expect(microphone?.textContent).toContain(microphoneFix)
    expect(chip()).toBe('Check this')
    expect(checked).toEqual([{ ok: false }])
  })

  test('and does not hide the one that works', async () => {
    restore = fakeDevices(rejectDevices('NotFoundError', 'video'))
    await alone()
    await press(document.body, 'Start the check')
    await waitFor(() => deepQuery(document.body, 'meter'), 'the microphone')
    expect(pageText()).toContain('or join with sound only')
    expect(element()?.shadowRoot?.querySelectorAll('.check.bad')).toHaveLength(1)
  })

  test('and is well again after "Check again"', async () => {
    restore = fakeDevices(rejectDevices('NotAllowedError'))
    await alone()
    await press(document.body, 'Start the check')
    await waitFor(() => chip() === 'Check this', 'the fault')
    restore()
    await press(document.body, 'Check again')
    await waitFor(() => chip() === 'Ready', 'the cure')
  })
})

test('a microphone that hears nothing is asked to be spoken into', async () => {
  const audio = new AudioContext()
  restore = fakeDevices((real, constraints) =>
    constraints.audio ? Promise.resolve(audio.createMediaStreamDestination().stream) : real(constraints),
  )
  await alone()
  await press(document.body, 'Start the check')
  await until('Say a few words')
  await audio.close()
})

describe('the light goes out', () => {
  test('when the person is done, and what was found stays to be read', async () => {
    const streams = watchStreams()
    await alone()
    await press(document.body, 'Start the check')
    await until('We can hear you')
    await pressKeyOn('Done, turn the camera off')
    await focusComesTo('Check your camera and sound')
    expect(areOff(streams)).toBe(true)
    expect(deepQuery(document.body, 'video')).toBeNull()
    expect(pageText()).toContain('Your camera works.')
    expect(chip()).toBe('Ready')
  })

  test('when the element leaves the page, also while the browser still asks', async () => {
    const streams = watchStreams()
    await alone()
    await press(document.body, 'Start the check')
    unmount()
    await waitFor(() => areOff(streams), 'darkness')
  })

  test('when the session ends', async () => {
    const streams = watchStreams()
    const client = createSampleWorld({ stage: 'waiting' }).client()
    await mount(withProvider(client, html`<visit-device-check></visit-device-check>`))
    await press(document.body, 'Start the check')
    await waitFor(() => streams.length === 2, 'both devices')
    client.endSession()
    await waitFor(() => areOff(streams), 'darkness')
  })
})

describe('with a visit', () => {
  const show = async (handlers = {}) => {
    const world = createSampleWorld({ stage: 'waiting' })
    const client = world.client('patient', handlers)
    const visitId = world.ids.visitId ?? ''
    await mount(withProvider(client, html`<visit-device-check visit-id=${visitId}></visit-device-check>`))
    const savedResults = (): unknown[] =>
      client.calls.filter(({ operationId }) => operationId === 'recordDeviceCheck').map(({ body }) => body)
    return { world, client, kept: savedResults }
  }

  test('the clinic receives the result, and again only when it changes', async () => {
    const { world, kept: savedResults } = await show()
    await press(document.body, 'Start the check')
    await waitFor(() => savedResults().length === 1, 'the result')
    const result: Partial<DeviceCheck> = { camera: 'ok', microphone: 'ok', speaker: 'skipped', supported: true }
    expect(savedResults()[0]).toMatchObject(result)
    await press(document.body, 'Play a sound')
    await press(document.body, 'I heard it')
    await waitFor(() => savedResults().length === 2, 'the sound')
    await levelChanges()
    expect(savedResults()).toHaveLength(2)
    expect(world.state.visits[0]?.deviceCheck?.speaker).toBe('ok')
  })

  test('a result that did not arrive can be sent again', async () => {
    const { client, kept: savedResults } = await show({ recordDeviceCheck: () => problem(503, 'database_unavailable') })
    await press(document.body, 'Start the check')
    await until('Nothing was lost')
    client.setHandlers({ recordDeviceCheck: () => ({}) as never })
    await press(document.body, 'Try again')
    await waitFor(() => savedResults().length === 2 && !pageText().includes('Nothing was lost'), 'the second try')
  })

  test('leaving and coming back does not unsay it', async () => {
    const { kept: savedResults } = await show()
    await press(document.body, 'Start the check')
    await waitFor(() => savedResults().length === 1, 'the result')
    const [check, parent] = [element(), element()?.parentElement]
    check?.remove()
    await settled()
    if (check) parent?.append(check)
    await until('Start the check')
    expect(savedResults()).toHaveLength(1)
  })
})

test('another microphone can be chosen where there are several', async () => {
  const asked: unknown[] = []
  restore = fakeDevices((real, constraints) => {
    if (constraints.audio) asked.push(constraints.audio)
    return real(constraints)
  })
  await alone()
  await press(document.body, 'Start the check')
  const select = await waitFor(() => deepQuery<HTMLSelectElement>(document.body, '#microphone'), 'the choice')
  const other = [...select.options].find(({ selected }) => !selected)?.value ?? ''
  await userEvent.selectOptions(select, other)
  await waitFor(() => asked.length === 2, 'the other microphone')
  expect(asked[1]).toEqual({ deviceId: { exact: other } })
})
