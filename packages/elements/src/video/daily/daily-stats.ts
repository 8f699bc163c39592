import type { DailyNetworkStats } from '@daily-co/daily-js'
import type { VideoStats } from '../driver.ts'

/** Converts Daily's latest statistics; all null before there are any. Daily's round trip is in seconds. */
export const readStats = (network: DailyNetworkStats | undefined): VideoStats => {
  const latest: Readonly<Record<string, unknown>> = { ...network?.stats.latest }
  const number = (name: string): number | null => {
    const value = latest[name]
    return typeof value === 'number' ? value : null
  }
  const roundTrip = number('networkRoundTripTime')
  return {
    sentBitsPerSecond: number('sendBitsPerSecond'),
    receivedBitsPerSecond: number('recvBitsPerSecond'),
    roundTripMs: roundTrip === null ? null : roundTrip * 1000,
    lostShare: number('totalRecvPacketLoss'),
    framesDecoded: null,
  }
}
