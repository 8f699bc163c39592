import { afterEach, describe, expect, test } from 'vitest'
import { problem } from '@visitkit/sdk/testing'
import { fakeDevices } from '../../test/fake-devices.ts'
import { unmount } from '../../test/mount.ts'
import { joinAlone, shadow, textOf, until } from '../../test/people-in-room.ts'
import { press, waitFor } from '../../test/story.ts'

let restore = (): void => {}
afterEach(() => {
  unmount()
  restore()
  restore = () => {}
})

/** Every track that the page opens. */
const noteTracks = (): MediaStreamTrack[] => {
  const tracks: MediaStreamTrack[] = []
  restore = fakeDevices(async (real, constraints) => {
    const stream = await real(constraints)
    tracks.push(...stream.getTracks())
    return stream
  })
  return tracks
}
const live = (tracks: readonly MediaStreamTrack[]): readonly string[] =>
  tracks.filter(({ readyState }) => readyState === 'live').map(({ kind }) => kind)

/** A seat that is given when the test says so. */
const slowSeat = (): { given: Promise<void>; give: () => void } => {
  let give = (): void => {}
  const given = new Promise<void>((resolve) => (give = resolve))

  return { given, give: () => give() }
}

describe('the way into the room', () => {
  test('the call continues with the camera of the preview: it is opened once', async () => {
    const tracks = noteTracks()
    await joinAlone('patient', {}, false)
    await waitFor(() => shadow('patient').querySelector('video'), 'the preview')
    await press(document.body, 'Join the visit')
    await until('patient', 'Waiting for Dr. Jo Sample to join')
    expect(tracks.map(({ kind }) => kind)).toEqual(['video', 'audio'])
    expect(live(tracks)).toEqual(['video', 'audio'])
    const self = shadow('patient').querySelector<HTMLVideoElement>('[part=self] video')
    expect((self?.srcObject as MediaStream | null)?.getVideoTracks()).toEqual([tracks[0]])
  })

  test('the devices are opened while the seat is taken, and are closed when it is refused', async () => {
    const tracks = noteTracks()
    const { given, give } = slowSeat()
    await joinAlone('patient', { takeSeat: async () => (await given, problem(409, 'room_full')) }, false)
    await waitFor(() => shadow('patient').querySelector('video'), 'the preview')
    await press(document.body, 'Join the visit')
    await waitFor(() => tracks.some(({ kind }) => kind === 'audio'), 'the microphone')
    expect(textOf('patient')).not.toContain('Waiting for')
    give()
    await until('patient', 'The room is full')
    // The preview is open again, and nothing else.
    await expect.poll(() => live(tracks), { timeout: 10_000 }).toEqual(['video'])
  })

  test('a person who goes away while the seat is taken leaves no device open', async () => {
    const tracks = noteTracks()
    const { given, give } = slowSeat()
    const { world } = await joinAlone(
      'patient',
      { takeSeat: async () => (await given, problem(409, 'room_full')) },
      false,
    )
    await waitFor(() => shadow('patient').querySelector('video'), 'the preview')
    await press(document.body, 'Join the visit')
    await waitFor(() => tracks.some(({ kind }) => kind === 'audio'), 'the microphone')
    unmount()
    await expect.poll(() => live(tracks), { timeout: 10_000 }).toEqual([])
    give()
    expect(world.state.seats).toEqual([])
  })
})
