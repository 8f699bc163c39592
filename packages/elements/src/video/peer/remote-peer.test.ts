import { expect, test } from 'vitest'
import type { PeerLink } from './peer-link.ts'
import { RemotePeer } from './remote-peer.ts'

/** A connection that says that it is connected, and what it has received so far. */
const startLink = () => {
  const received = { camera: 0, audio: 0 }
  let restarts = 0
  const receiver = (line: 'camera' | 'audio') => ({
    getStats: async () =>
      new Map([['1', { type: 'inbound-rtp', framesDecoded: received.camera, packetsReceived: received[line] }]]),
  })
  const link = {
    ...{ connection: { connectionState: 'connected', signalingState: 'stable' }, hasRemoteDescription: true },
    ...{ receiver, restart: () => (restarts += 1), close: () => undefined },
  }
  const peer = new RemotePeer('seat', 'patient', 'stay', link as unknown as PeerLink)
  peer.connectionChanged('connected')
  return {
    peer,
    restarts: () => restarts,
    /** The state after this many seconds, in each of which this arrives. */
    after: async (seconds: number, arrives: { readonly picture?: boolean; readonly sound?: boolean } = {}) => {
      for (let second = 0; second < seconds; second += 1) {
        if (arrives.picture) received.camera += 15
        if (arrives.sound) received.audio += 50
        await peer.measure()
      }
      return peer.state
    },
  }
}
const both = { microphone: true, camera: true, screen: false }

test('a path that carries nothing is repaired, again until something arrives', async () => {
  const { peer, after, restarts } = startLink()
  peer.say(both)
  expect(await after(2, { picture: true, sound: true })).toBe('connected')
  expect([await after(2), restarts()]).toEqual(['connected', 0])
  expect([await after(1), restarts()]).toEqual(['reconnecting', 1])
  expect([await after(4), restarts()]).toEqual(['reconnecting', 1])
  expect([await after(1), restarts()]).toEqual(['reconnecting', 2])
  // The sound comes first; the picture has its time.
  expect([await after(6, { sound: true }), restarts()]).toEqual(['connected', 2])
  expect([await after(1, { sound: true }), restarts()]).toEqual(['no-picture', 2])
  expect(await after(1, { picture: true, sound: true })).toBe('connected')
})

test.each([
  ['no-picture', both, { sound: true }],
  ['no-sound', both, { picture: true }],
  ['no-sound', { ...both, camera: false }, {}],
  ['no-picture', { ...both, microphone: false }, {}],
  ['interrupted', { ...both, interrupted: true }, {}],
  ['connected', { ...both, microphone: false, camera: false }, {}],
] as const)('nothing is repaired: %s when it sends %o and %o arrives', async (state, media, arrives) => {
  const { peer, after, restarts } = startLink()
  peer.say(both)
  await after(2, { picture: true, sound: true })
  peer.say(media)
  expect([await after(12, arrives), restarts()]).toEqual([state, 0])
})
