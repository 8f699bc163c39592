interface Totals {
  at: number
  sent: number
  received: number
}

/** Converts the connections' counters into the numbers of daily-js's getNetworkStats, since the previous call. */
export const createMeasure = () => {
  let last: Totals | null = null
  return async (reports: readonly Promise<RTCStatsReport>[]) => {
    const now: Totals = { at: performance.now(), sent: 0, received: 0 }
    let roundTrip: number | null = null
    let lost = 0
    let packets = 0
    for (const report of await Promise.all(reports))
      for (const entry of report.values()) {
        if (entry.type === 'outbound-rtp') now.sent += entry.bytesSent
        if (entry.type === 'inbound-rtp') {
          now.received += entry.bytesReceived
          lost += entry.packetsLost
          packets += entry.packetsReceived
        }
        if (entry.type === 'candidate-pair' && entry.nominated) roundTrip = entry.currentRoundTripTime ?? roundTrip
      }
    const seconds = last ? (now.at - last.at) / 1000 : 0
    const rate = (name: 'sent' | 'received'): number | null =>
      last && seconds > 0 ? ((now[name] - last[name]) * 8) / seconds : null
    const latest = {
      timestamp: Date.now(),
      sendBitsPerSecond: rate('sent'),
      recvBitsPerSecond: rate('received'),
      networkRoundTripTime: roundTrip,
      totalRecvPacketLoss: packets > 0 ? lost / (packets + lost) : null,
    }
    last = now
    return { latest }
  }
}
