import { describe, expect, test } from 'vitest'
import { holdOf } from './held-report.ts'

const at = new Date('2026-11-25T15:00:00Z')
const report = {
  ...{ id: 'r', type: 'participant-joined', at, vendorRoomId: 'ours', seatId: 'seat', vendorParticipantId: 'p' },
} as const
const known = {
  seats: [{ id: 'seat', vendorRoomId: 'ours' }],
  rooms: new Set(['ours']),
  roomsElsewhere: new Set(['theirs']),
}

describe('a report of a video vendor', () => {
  test.each([
    ['about a seat in its room', report, null],
    ['about a room of ours', { ...report, type: 'room-started', seatId: null }, null],
    ['about a room of another organization here', { ...report, vendorRoomId: 'theirs', seatId: 'x' }, null],
    ['about a room that no one here has', { ...report, vendorRoomId: 'x', seatId: 'y' }, 'unknown-room'],
    ['about a seat that the room does not have', { ...report, seatId: 'y' }, 'unknown-room'],
    ['about a person without a seat', { ...report, seatId: null }, 'unknown-room'],
    ['about a seat in another room', { ...report, vendorRoomId: 'x' }, 'contradictory'],
    ['of an unknown kind', { id: 'r', fault: 'unknown-code' }, 'unknown-code'],
    ['that cannot be read', { id: 'r', fault: 'unreadable' }, 'unreadable'],
  ] as const)('%s is held as %s', (_, given, reason) => {
    expect(holdOf(given, known)?.reason ?? null).toBe(reason)
  })

  test('about one unknown room asks one question, however many there are', () => {
    const of = (seatId: string, id: string) => holdOf({ ...report, id, seatId, vendorRoomId: 'x' }, known)?.subject
    expect(of('a', '1')).toBe(of('b', '2'))
  })
})
