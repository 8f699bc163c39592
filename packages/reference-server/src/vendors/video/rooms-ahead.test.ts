import { expect, test, vi } from 'vitest'
import { createPeerProvider } from './peer/peer-provider.ts'
import type { VideoProvider } from './provider.ts'
import { createRoomsAhead } from './rooms-ahead.ts'

const start = (more: { ready?: number } = {}) => {
  let now = new Date('2026-11-24T10:00:00Z')
  const peer = createPeerProvider()
  const ensureRoom = vi.fn(peer.ensureRoom)
  const closeRoom = vi.fn(peer.closeRoom)
  const failures: unknown[] = []
  const provider: VideoProvider = { ...peer, ensureRoom, closeRoom }
  const rooms = createRoomsAhead({
    provider,
    ready: more.ready ?? 3,
    shelfSeconds: 3600,
    visitSeconds: 1800,
    maxParticipants: 4,
    clock: () => now,
    onFailure: (error) => failures.push(error),
  })
  return {
    rooms,
    ensureRoom,
    closeRoom,
    failures,
    wait: (seconds: number) => void (now = new Date(now.getTime() + seconds * 1000)),
  }
}

test('a visit takes a room that was made before, and the shelf is filled again', async () => {
  const { rooms, ensureRoom } = start()
  await rooms.fill()
  expect(ensureRoom).toHaveBeenCalledTimes(3)
  ensureRoom.mockImplementation(() => new Promise(() => undefined))
  const taken = await rooms.take()
  expect(taken.name).toMatch(/^[a-z2-7]{32}$/)
  expect(rooms.ready).toBe(2)
})

test('no two visits get the same room', async () => {
  const { rooms } = start()
  await rooms.fill()
  const names = await Promise.all(Array.from({ length: 10 }, async () => (await rooms.take()).name))
  expect(new Set(names).size).toBe(10)
})

test('a room that would end during the visit is not given', async () => {
  const { rooms, wait } = start()
  await rooms.fill()
  wait(3601)
  expect(rooms.ready).toBe(0)
  const taken = await rooms.take()
  expect(taken.closesAt).toEqual(new Date('2026-11-24T11:30:01Z'))
})

test('an empty shelf makes a room on the spot, and a vendor that fails is told and tried again', async () => {
  const { rooms, ensureRoom, failures } = start({ ready: 1 })
  ensureRoom.mockRejectedValueOnce(new Error('vendor down'))
  await rooms.fill()
  expect(failures).toHaveLength(1)
  await expect(rooms.take()).resolves.toMatchObject({ url: null })
  await rooms.fill()
  expect(rooms.ready).toBe(1)
})

test('closing ends the rooms that nobody used, and leaves those of visits alone', async () => {
  const { rooms, closeRoom } = start()
  await rooms.fill()
  const taken = await rooms.take()
  await rooms.fill()
  await rooms.close()
  const closed = closeRoom.mock.calls.map(([name]) => name)
  expect(closed).toHaveLength(3)
  expect(closed).not.toContain(taken.name)
})
