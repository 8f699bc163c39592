import type { DeviceCheck, NetworkMeasurement } from '@visitkit/sdk'

export type NetworkCause = NetworkMeasurement['cause']
export type Measured = Omit<NetworkMeasurement, 'cause'>

export interface Judgment {
  readonly connection: DeviceCheck['connection']
  readonly cause: NetworkCause
}

/**
 * Loss and delay as in `rateQuality` of a call; a jitter that no buffer of a browser hides; and the speed of a picture of 640x480, and of
 * sound with a small picture.
 */
const limits = {
  lossy: { fair: 50, poor: 150 },
  roundTrip: { fair: 300, poor: 800 },
  jitter: { fair: 50, poor: 150 },
  slow: { fair: 1000, poor: 300 },
} as const

const numbersOf = ({ lostPermille, jitterMs, roundTripMs, kilobitsPerSecond }: Measured, level: 'fair' | 'poor') => {
  if (lostPermille !== undefined && lostPermille > limits.lossy[level]) return 'lossy'
  if (kilobitsPerSecond !== undefined && kilobitsPerSecond < limits.slow[level]) return 'slow'
  const isLate = (roundTripMs ?? 0) > limits.roundTrip[level] || (jitterMs ?? 0) > limits.jitter[level]
  return isLate ? 'delayed' : null
}

/** One cause, the one to mend first. */
export const judgeNetwork = (found: Measured): Judgment => {
  const relays = [found.relayUdp, found.relayTcp, found.relayTls].filter((reach) => reach !== 'not-configured')
  const servers = [...relays, ...(found.stun === 'not-configured' ? [] : [found.stun])]
  const isRelayed = relays.includes('reached')
  const overUdp = [found.stun, found.relayUdp].filter((reach) => reach !== 'not-configured')

  if (servers.length === 0)
    return found.path === 'none'
      ? { connection: 'poor', cause: 'no-packets' }
      : { connection: 'unknown', cause: 'not-measured' }
  if (servers.every((reach) => reach === 'no-answer')) return { connection: 'poor', cause: 'blocked' }
  if (!isRelayed && relays.includes('refused')) return { connection: 'poor', cause: 'relay-refused' }
  if (relays.length > 0 && !isRelayed) return { connection: 'fair', cause: 'no-relay' }
  if (isRelayed && found.path === 'none') return { connection: 'poor', cause: 'no-packets' }
  // Packets that stay within the computer say nothing about the network.
  const poor = found.path === 'relay' ? numbersOf(found, 'poor') : null
  if (poor) return { connection: 'poor', cause: poor }
  if (overUdp.length > 0 && !overUdp.includes('reached') && !overUdp.includes('refused'))
    return { connection: 'fair', cause: 'udp-blocked' }
  const fair = found.path === 'relay' ? numbersOf(found, 'fair') : null
  return fair ? { connection: 'fair', cause: fair } : { connection: 'good', cause: 'none' }
}
