import { describe, expect, it } from 'vitest'
import type { RoomFeature } from '../provider.ts'
import { roomSettings } from './room-settings.ts'

const request = { key: 'a-key', closesAt: new Date('2026-11-25T16:00:00Z'), maxParticipants: 3 }
/** A record, so that a feature that is added does not compile here until a developer decides. */
const offered: Readonly<Record<RoomFeature, boolean>> = {
  chat: true,
  knocking: true,
  recording: false,
  transcription: false,
  captions: false,
  regionPinning: false,
}
const features = Object.keys(offered) as RoomFeature[]

describe('a room of Daily', () => {
  it('is never recorded: no feature asks for it, and a request for it is refused', () => {
    for (const feature of features) {
      const open = (): unknown => roomSettings({ ...request, features: [feature] })
      if (!offered[feature]) {
        expect(open, feature).toThrow(expect.objectContaining({ code: 'capability_not_covered' }))
        continue
      }
      expect(JSON.stringify(open()), feature).not.toMatch(/record|transcri|stream/i)
    }
    expect(JSON.stringify(roomSettings({ ...request, features: [] }))).not.toMatch(/record|transcri|stream/i)
  })
})
