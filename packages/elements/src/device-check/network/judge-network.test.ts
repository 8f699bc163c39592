import { expect, test } from 'vitest'
import { judgeNetwork, type Measured } from './judge-network.ts'

const well: Measured = {
  ...({ stun: 'reached', relayUdp: 'reached', relayTcp: 'reached', relayTls: 'reached' } as const),
  path: 'relay',
  ...{ lostPermille: 5, jitterMs: 6, roundTripMs: 60, kilobitsPerSecond: 4000 },
  errorCodes: [],
  tookMs: 8000,
}
const all = <Reach extends Measured['stun']>(reach: Reach) => ({
  stun: reach,
  relayUdp: reach,
  relayTcp: reach,
  relayTls: reach,
})
const noRelay = { relayUdp: 'not-configured', relayTcp: 'not-configured', relayTls: 'not-configured' } as const

test.each<[what: string, found: Partial<Measured>, connection: string, cause: string]>([
  ['everything passes', {}, 'good', 'none'],
  ['no server answers', { ...all('no-answer'), path: 'direct' }, 'poor', 'blocked'],
  ['only TCP passes', { stun: 'no-answer', relayUdp: 'no-answer' }, 'fair', 'udp-blocked'],
  ['only TCP passes, slowly', { stun: 'no-answer', relayUdp: 'no-answer', kilobitsPerSecond: 100 }, 'poor', 'slow'],
  ['the relay refuses the password', { ...all('refused'), stun: 'reached', path: 'direct' }, 'poor', 'relay-refused'],
  ['the relay is away', { ...all('no-answer'), stun: 'reached', path: 'direct' }, 'fair', 'no-relay'],
  ['the relay lets nothing through', { path: 'none' }, 'poor', 'no-packets'],
  ['there is no relay, and the way out is free', { ...noRelay, path: 'direct' }, 'good', 'none'],
  [
    'there is no relay, and the way out is closed',
    { ...noRelay, stun: 'no-answer', path: 'direct' },
    'poor',
    'blocked',
  ],
  ['there are no servers', { ...all('not-configured'), path: 'direct' }, 'unknown', 'not-measured'],
  [
    'there are no servers, and the browser does not connect',
    { ...all('not-configured'), path: 'none' },
    'poor',
    'no-packets',
  ],
  ['one packet in ten is lost', { lostPermille: 100 }, 'fair', 'lossy'],
  ['one packet in five is lost', { lostPermille: 200 }, 'poor', 'lossy'],
  ['the picture is small', { kilobitsPerSecond: 700 }, 'fair', 'slow'],
  ['there is room for sound only', { kilobitsPerSecond: 200 }, 'poor', 'slow'],
  ['the way is long', { roundTripMs: 500 }, 'fair', 'delayed'],
  ['packets come in bursts', { jitterMs: 200 }, 'poor', 'delayed'],
  [
    'the computer is busy, and nothing left it',
    { ...noRelay, path: 'direct', jitterMs: 500, kilobitsPerSecond: 90 },
    'good',
    'none',
  ],
])('%s', (_, found, connection, cause) => {
  expect(judgeNetwork({ ...well, ...found })).toEqual({ connection, cause })
})
