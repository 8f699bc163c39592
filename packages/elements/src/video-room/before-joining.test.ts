import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { recordEvents } from '../../test/record-announcements.ts'
import { focused, tabTo } from '../../test/keyboard.ts'
import { mount, unmount } from '../../test/mount.ts'
import { joinAlone, roomOf, shadow, textOf, until } from '../../test/people-in-room.ts'
import { fakeDevices, rejectDevices } from '../../test/fake-devices.ts'
import { press, waitFor } from '../../test/story.ts'

let restore = (): void => {}
afterEach(() => {
  unmount()
  restore()
  restore = () => {}
})

describe('before joining', () => {
  test('the person sees themselves, chooses devices, and joins with one key', async () => {
    const { world } = await joinAlone('patient', {}, false)
    await waitFor(() => shadow('patient').querySelector('video'), 'the mirror')
    const joined = recordEvents('visit-joined')
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
  ])('%s: shows that, and joins with sound', async (error, text) => {
    restore = fakeDevices(rejectDevices(error, 'video'))
    await joinAlone('patient', {}, false)
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
  ] as const)('a seat refused with %s %s shows the reason, and the preview comes back', async (status, code, text) => {
    const { world, client } = await joinAlone('patient', { takeSeat: () => problem(status, code) }, false)
    await waitFor(() => shadow('patient').querySelector('video'), 'the mirror')
    await press(document.body, 'Join the visit')
    await until('patient', text)
    await waitFor(() => shadow('patient').querySelector('.preview video'), 'the mirror again')
    client.setHandlers({ takeSeat: world.handlers.takeSeat })
    await press(document.body, 'Join the visit')
    await until('patient', 'Waiting for Dr. Jo Sample to join')
  })

  test('leaving the page while joining leaves no camera open', async () => {
    const streams: MediaStream[] = []
    restore = fakeDevices(async (real, constraints) => {
      const stream = await real(constraints)
      streams.push(stream)
      return stream
    })
    const { world } = await joinAlone('patient', {}, false)
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
