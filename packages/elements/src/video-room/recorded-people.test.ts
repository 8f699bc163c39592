import { expect, test } from 'vitest'
import type { VideoParticipant } from '../video/driver.ts'
import type { Call } from './call.ts'
import { recordedPeople } from './recorded-people.ts'

const media = () => ({ audio: new MediaStream(), camera: new MediaStream(), screen: null, microphoneOn: true })
const own = media()
const other = (id: string, more: Partial<VideoParticipant> = {}) => ({ id, ...media(), ...more }) as VideoParticipant
const callOf = (...others: VideoParticipant[]) =>
  ({ driver: { local: own }, seat: { id: 'seat-own' }, others }) as unknown as Call

test('who takes a seat later is not recorded, also before the page has read that they came', () => {
  const [one, late] = [other('seat-b'), other('seat-late')]
  const people = recordedPeople(callOf(one, late), new Set(['seat-own', 'seat-b']))
  expect(people.map(({ picture }) => picture)).toEqual([own.camera, one.camera])
  expect(people.flatMap(({ sounds }) => sounds)).not.toContain(late.audio)
  expect(recordedPeople(callOf(late), new Set())).toEqual([])
})

test('a muted microphone is not recorded; a shared screen is, with its sound, instead of the face', () => {
  const screen = new MediaStream()
  const people = recordedPeople(callOf(other('seat-b', { microphoneOn: false, screen })), new Set(['seat-b']))
  expect(people).toEqual([{ picture: screen, sounds: [null, screen] }])
})
