import { html } from 'lit'
import { userEvent } from 'vitest/browser'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { fakeDevices, rejectDevices } from '../../test/fake-devices.ts'
import { mount, pageText, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'
import { rememberedDevices } from '../media/remembered-devices.ts'
import '../define/device-check.ts'

let restore = (): void => {}
beforeEach(() => localStorage.clear())
afterEach(() => {
  unmount()
  restore()
  restore = () => {}
  localStorage.clear()
  vi.restoreAllMocks()
})

const start = async (): Promise<void> => {
  await mount(html`<visit-device-check></visit-device-check>`)
  await press(document.body, 'Start the check')
}
const until = (text: string) => waitFor(() => pageText().includes(text), text)
const picker = (kind: string) => waitFor(() => deepQuery<HTMLSelectElement>(document.body, `#${kind}`), kind)
const otherOf = ({ options }: HTMLSelectElement): string => [...options].find(({ selected }) => !selected)?.value ?? ''
const pictured = (): MediaStreamTrack | undefined =>
  (deepQuery<HTMLVideoElement>(document.body, 'video')?.srcObject as MediaStream | null)?.getTracks()[0]
const tellPlugged = (): boolean => navigator.mediaDevices.dispatchEvent(new Event('devicechange'))

/** As when its cable is pulled: the browser ends the track and fires `devicechange`. */
const unplug = (track: MediaStreamTrack | undefined): void => {
  track?.stop()
  track?.dispatchEvent(new Event('ended'))
  tellPlugged()
}

test('a microphone that is unplugged is replaced by another one, and it is said', async () => {
  const opened: MediaStreamTrack[] = []
  restore = fakeDevices(async (real, constraints) => {
    if (!constraints.audio) return real(constraints)
    // The system chooses another one when the first is gone.
    const ids = (await navigator.mediaDevices.enumerateDevices()).flatMap(({ kind, deviceId }) =>
      kind === 'audioinput' ? [deviceId] : [],
    )
    const stream = await real({ audio: { deviceId: { exact: ids.at(opened.length === 0 ? 0 : -1) ?? '' } } })
    opened.push(...stream.getTracks())
    return stream
  })
  await start()
  await waitFor(() => deepQuery(document.body, 'meter'), 'the microphone')
  await until('Sending test packets')
  const announced = recordAnnouncements(deepQuery(document.body, 'visit-device-check'))
  unplug(opened[0])
  const said = 'Your microphone was unplugged. We use another one.'
  await until(said)
  await waitFor(() => announced.includes(said), 'what is read out')
  expect(opened.map(({ readyState }) => readyState)).toEqual(['ended', 'live'])
  await waitFor(() => deepQuery(document.body, '.chip.ok'), 'a good result')
})

test('without another one the camera is missing until it is plugged in again', async () => {
  await start()
  await until('Your camera works.')
  await waitFor(() => deepQuery(document.body, 'meter'), 'the microphone')
  restore = fakeDevices(rejectDevices('NotFoundError', 'video'))
  unplug(pictured())
  await until('Plug it in again, or join with sound only.')
  restore()
  tellPlugged()
  await waitFor(pictured, 'the picture')
  await until('Your camera works.')
})

test('nothing is opened again after the person is done', async () => {
  await start()
  await until('Your camera works.')
  await waitFor(() => deepQuery(document.body, 'meter'), 'the microphone')
  restore = fakeDevices(rejectDevices('NotFoundError', 'video'))
  unplug(pictured())
  await until('Plug it in again')
  await press(document.body, 'Done, turn the camera off')
  restore()
  const asked = vi.fn()
  restore = fakeDevices((real, constraints) => {
    asked()
    return real(constraints)
  })
  tellPlugged()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(asked).not.toHaveBeenCalled()
})

test('one that is plugged in during the check is offered', async () => {
  await start()
  const all = await navigator.mediaDevices.enumerateDevices()
  await waitFor(() => deepQuery(document.body, 'meter'), 'the microphone')
  await picker('microphone')
  expect(pageText()).not.toContain('A new device is connected')
  const added = {
    kind: 'videoinput',
    deviceId: 'new',
    groupId: '',
    label: 'New camera',
    toJSON: () => ({}),
  } as MediaDeviceInfo
  vi.spyOn(navigator.mediaDevices, 'enumerateDevices').mockResolvedValue([...all, added])
  tellPlugged()
  await until('A new device is connected.')
  expect([...(await picker('camera')).options].map(({ label }) => label)).toContain('New camera')
})

test('a choice is remembered in this browser, by nothing but an id, and replaced when it is gone', async () => {
  await start()
  const select = await picker('microphone')
  const other = otherOf(select)
  await userEvent.selectOptions(select, other)
  await waitFor(() => rememberedDevices().microphone === other, 'the choice')
  expect({ ...localStorage }).toEqual({ 'visitkit.devices': JSON.stringify({ microphone: other }) })
  const label = [...select.options].find(({ value }) => value === other)?.label ?? ''
  expect(localStorage.getItem('visitkit.devices')).not.toContain(label)
  unmount()
  await start()
  await waitFor(
    () => deepQuery<HTMLSelectElement>(document.body, '#microphone')?.value === other,
    'the same microphone',
  )
  unmount()
  localStorage.setItem('visitkit.devices', JSON.stringify({ microphone: 'gone', camera: 7, person: 'nobody' }))
  expect(rememberedDevices()).toEqual({ microphone: 'gone' })
  await start()
  await waitFor(() => deepQuery(document.body, 'meter'), 'another microphone')
})

test('the sound is played where the person chose', async () => {
  const sinks: string[] = []
  vi.spyOn(HTMLMediaElement.prototype, 'setSinkId').mockImplementation(async (id) => void sinks.push(id))
  await start()
  const select = await picker('speaker')
  const [first] = [...select.options].map(({ value }) => value)
  await userEvent.selectOptions(select, first ?? '')
  await waitFor(() => sinks.length > 0, 'the sound')
  await press(document.body, 'Play a sound')
  await waitFor(() => sinks.length > 1, 'the sound again')
  expect(sinks).toEqual([first, first])
  await until('I heard it')
})
