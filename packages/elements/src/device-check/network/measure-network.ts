import type { DeviceCheck, NetworkMeasurement, NetworkTest } from '@visitkit/sdk'
import { judgeNetwork, type Measured } from './judge-network.ts'
import { measureLoopback } from './measure-loopback.ts'
import { openLoopback } from './open-loopback.ts'
import { reachServer, type Reach, type ServerKind } from './reach-server.ts'
import { startMovingPicture } from './moving-picture.ts'

type IceServer = NetworkTest['iceServers'][number]

export interface NetworkResult {
  readonly connection: DeviceCheck['connection']
  readonly network: NetworkMeasurement
}

/** Milliseconds. All parts together end within `most`, whatever the network does. */
const times = { most: 15_000, servers: 4000, reach: 5000, connect: 4000, picture: 3000, data: 2000 } as const

/**
 * Measures the way of packets from this browser: which servers it reaches, and what a picture meets that goes through the relay and back.
 * @param servers - Asks the clinic's server for STUN and TURN servers. Rejects when it cannot be reached.
 */
export const measureNetwork = async (servers: () => Promise<readonly IceServer[]>): Promise<NetworkResult> => {
  const began = performance.now()
  const left = (ms: number): number => Math.max(0, Math.min(ms, times.most - (performance.now() - began)))
  const listed = navigator.onLine ? await inTime(servers(), left(times.servers)) : null
  const reached = await Promise.all(
    (listed ?? []).flatMap(({ urls, username, credential }) =>
      urls.map((url) => {
        const credentials = {
          ...(username !== undefined && { username }),
          ...(credential !== undefined && { credential }),
        }
        return reachServer(url, credentials, left(times.reach))
      }),
    ),
  )
  const loopback = listed ? await measurePath(reached, left) : { path: 'none' as const }
  const found: Measured = {
    stun: reachOf(reached, 'stun'),
    relayUdp: reachOf(reached, 'relayUdp'),
    relayTcp: reachOf(reached, 'relayTcp'),
    relayTls: reachOf(reached, 'relayTls'),
    ...loopback,
    errorCodes: [...new Set(reached.flatMap(({ codes }) => codes))].filter(isKnownCode).slice(0, 8),
    tookMs: Math.round(performance.now() - began),
  }
  const { connection, cause } = listed
    ? judgeNetwork(found)
    : { connection: 'poor' as const, cause: 'offline' as const }
  return { connection, network: { ...found, cause } }
}

/** The bounds of the contract. */
const isKnownCode = (code: number): boolean => Number.isInteger(code) && code >= 300 && code <= 799

/** Null when it fails, or takes too long. */
const inTime = async <Value>(work: Promise<Value>, ms: number): Promise<Value | null> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<null>((resolve) => (timer = setTimeout(resolve, ms, null)))
  return Promise.race([work, timeout])
    .catch(() => null)
    .finally(() => clearTimeout(timer))
}

/** Of several servers of a kind, one is enough. */
const reachOf = (all: readonly Reach[], kind: ServerKind): NetworkMeasurement[ServerKind] => {
  const reaches = all.filter((one) => one.kind === kind).map(({ reach }) => reach)
  return (['reached', 'refused', 'no-answer'] as const).find((reach) => reaches.includes(reach)) ?? 'not-configured'
}

/** Through the relay where one is reached, as a call would at worst; else within the computer, which shows that the browser connects. */
const measurePath = async (reached: readonly Reach[], left: (ms: number) => number) => {
  const relays = reached.filter(({ kind, reach }) => kind !== 'stun' && reach === 'reached').map(({ server }) => server)
  const isRelayed = relays.length > 0
  const picture = startMovingPicture()
  try {
    const configuration: RTCConfiguration = isRelayed ? { iceServers: relays, iceTransportPolicy: 'relay' } : {}
    const loopback = await openLoopback(configuration, picture.track, left(times.connect))
    if (!loopback) return { path: 'none' as const }
    try {
      const share = isRelayed ? 1 : 0.3
      const numbers = await measureLoopback(loopback, {
        pictureMs: left(times.picture * share),
        dataMs: left(times.data * share),
      })
      return { path: isRelayed ? ('relay' as const) : ('direct' as const), ...bounded(numbers) }
    } finally {
      loopback.close()
    }
  } finally {
    picture.stop()
  }
}

/** The bounds of the contract. */
const bounded = <Numbers extends Readonly<Record<string, number>>>(numbers: Numbers): Numbers =>
  Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [
      name,
      Math.max(0, Math.min(value, name === 'kilobitsPerSecond' ? 1_000_000 : 60_000)),
    ]),
  ) as Numbers
