import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { videoProviderConformance } from '../conformance.ts'
import { shippedCapabilities } from '../shipped-capabilities.testing.ts'
import { createPeerProvider } from './peer-provider.ts'

const capabilities = shippedCapabilities('peer', 'direct')

videoProviderConformance('peer', async () => ({
  provider: createPeerProvider({ capabilities }),
  requests: () => 0,
  stop: async () => undefined,
}))

test('each seat gets its own relay credentials, which expire with the seat', async () => {
  const provider = createPeerProvider({
    capabilities,
    stunUrls: ['stun:stun.example:3478'],
    turn: { urls: ['turns:turn.example:5349'], secret: 'of the relay' },
  })
  const now = new Date('2026-11-24T10:00:00Z')
  const closesAt = new Date('2026-11-24T11:00:00Z')
  const room = { vendorRoomId: 'a-room', url: null, closesAt, endsBy: 'server' } as const
  const expiresAt = new Date('2026-11-24T10:05:00Z')
  const seat = await provider.issueSeat(
    { room, seatId: 'seat-1', role: 'patient', mayShareScreen: true, expiresAt },
    now,
  )
  const username = `${expiresAt.getTime() / 1000}:seat-1`
  const credential = createHmac('sha1', 'of the relay').update(username).digest('base64')
  expect(seat.iceServers).toEqual([
    { urls: ['stun:stun.example:3478'] },
    { urls: ['turns:turn.example:5349'], username, credential },
  ])
})
