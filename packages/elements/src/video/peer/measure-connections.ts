import type { Quality, VideoStats } from '../driver.ts'

interface Totals {
  sentBytes: number
  receivedBytes: number
  lost: number
  packets: number
  framesDecoded: number
  /** Of what was sent, as the other side last reported it; 0 to 1. */
  lostOutShare: number | null
  roundTripMs: number | null
}

const noTotals: Totals = {
  ...{ sentBytes: 0, receivedBytes: 0, lost: 0, packets: 0, framesDecoded: 0 },
  ...{ lostOutShare: null, roundTripMs: null },
}

const read = (report: RTCStatsReport): Totals => {
  const totals = { ...noTotals }
  for (const entry of report.values()) {
    if (entry.type === 'outbound-rtp') totals.sentBytes += entry.bytesSent ?? 0
    if (entry.type === 'inbound-rtp') {
      totals.receivedBytes += entry.bytesReceived ?? 0
      totals.lost += Math.max(0, entry.packetsLost ?? 0)
      totals.packets += entry.packetsReceived ?? 0
      totals.framesDecoded += entry.framesDecoded ?? 0
    }
    if (entry.type === 'remote-inbound-rtp' && entry.fractionLost !== undefined)
      totals.lostOutShare = Math.max(totals.lostOutShare ?? 0, entry.fractionLost)
    if (entry.type === 'candidate-pair' && entry.nominated && entry.currentRoundTripTime !== undefined)
      totals.roundTripMs = Math.max(totals.roundTripMs ?? 0, entry.currentRoundTripTime * 1000)
  }
  return totals
}

const worst = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other)

const add = (sum: Totals, next: Totals): Totals => ({
  sentBytes: sum.sentBytes + next.sentBytes,
  receivedBytes: sum.receivedBytes + next.receivedBytes,
  lost: sum.lost + next.lost,
  packets: sum.packets + next.packets,
  framesDecoded: sum.framesDecoded + next.framesDecoded,
  lostOutShare: worst(sum.lostOutShare, next.lostOutShare),
  roundTripMs: worst(sum.roundTripMs, next.roundTripMs),
})

/** Rates between two reads of the connections' counters. */
export const createMeasure = (): ((connections: readonly RTCPeerConnection[]) => Promise<VideoStats>) => {
  let last: { at: number; totals: Totals } | null = null
  return async (connections) => {
    const all = (await Promise.all(connections.map((connection) => connection.getStats()))).map(read)
    const totals = all.reduce(add, noTotals)
    const at = performance.now()
    const before = last
    last = { at, totals }
    const seconds = before ? (at - before.at) / 1000 : 0
    // A new connection resets the counters: a negative rate has no meaning.
    const rate = (name: 'sentBytes' | 'receivedBytes'): number | null =>
      before && seconds > 0 && totals[name] >= before.totals[name]
        ? ((totals[name] - before.totals[name]) * 8) / seconds
        : null
    const lost = totals.lost - (before?.totals.lost ?? 0)
    const packets = totals.packets - (before?.totals.packets ?? 0)
    return {
      sentBitsPerSecond: rate('sentBytes'),
      receivedBitsPerSecond: rate('receivedBytes'),
      roundTripMs: totals.roundTripMs,
      lostShare: worst(lost >= 0 && packets > 0 ? lost / (lost + packets) : null, totals.lostOutShare),
      framesDecoded: totals.framesDecoded,
    }
  }
}

/** The limits follow ITU-T G.114 (150 and 400 ms one way) and the packet loss at which speech and video break up. */
export const rateQuality = ({ roundTripMs, lostShare }: Pick<VideoStats, 'roundTripMs' | 'lostShare'>): Quality => {
  if (roundTripMs === null && lostShare === null) return 'unknown'
  if ((roundTripMs ?? 0) > 800 || (lostShare ?? 0) > 0.15) return 'bad'
  if ((roundTripMs ?? 0) > 300 || (lostShare ?? 0) > 0.05) return 'low'
  return 'good'
}
