import type { NetworkMeasurement } from '@visitkit/sdk'
import type { Loopback } from './open-loopback.ts'

export type LoopbackNumbers = Partial<
  Pick<NetworkMeasurement, 'lostPermille' | 'jitterMs' | 'roundTripMs' | 'kilobitsPerSecond'>
>

/** At most this much is sent to find the speed: mobile data costs money. */
const mostBytes = 2_000_000
const message = new Uint8Array(16 * 1024)
/** Enough to fill a path of 10 Mbit/s with a round trip of 200 ms. */
const mostWaiting = 16 * message.byteLength

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** A picture for some time, then as much data as passes. */
export const measureLoopback = async (
  loopback: Loopback,
  { pictureMs, dataMs }: { readonly pictureMs: number; readonly dataMs: number },
): Promise<LoopbackNumbers> => {
  const before = await readPicture(loopback.to)
  await wait(pictureMs)
  const after = await readPicture(loopback.to)
  const received = after.received - before.received
  const lost = Math.max(0, after.lost - before.lost)
  const roundTripMs = await readRoundTrip(loopback.from)
  const kilobitsPerSecond = await measureSpeed(loopback, dataMs)
  return {
    ...(received + lost > 0 && { lostPermille: Math.round((lost / (received + lost)) * 1000) }),
    ...(after.jitterMs !== null && { jitterMs: Math.round(after.jitterMs) }),
    ...(roundTripMs !== null && { roundTripMs: Math.round(roundTripMs) }),
    ...(kilobitsPerSecond !== null && { kilobitsPerSecond }),
  }
}

const readPicture = async (to: RTCPeerConnection) => {
  const found = { received: 0, lost: 0, jitterMs: null as number | null }
  for (const entry of (await to.getStats()).values()) {
    if (entry.type !== 'inbound-rtp') continue
    found.received += entry.packetsReceived ?? 0
    found.lost += entry.packetsLost ?? 0
    if (typeof entry.jitter === 'number') found.jitterMs = entry.jitter * 1000
  }
  return found
}

/** Of the pair of addresses in use; where the browser does not say it there, from the reports of the receiver. */
const readRoundTrip = async (from: RTCPeerConnection): Promise<number | null> => {
  const entries = [...(await from.getStats()).values()]
  const pair = entries.find(
    ({ type, nominated, state, currentRoundTripTime }) =>
      type === 'candidate-pair' && nominated && state === 'succeeded' && currentRoundTripTime !== undefined,
  )
  const report = entries.find(({ type, roundTripTime }) => type === 'remote-inbound-rtp' && roundTripTime !== undefined)
  const seconds: unknown = pair?.currentRoundTripTime ?? report?.roundTripTime
  return typeof seconds === 'number' ? seconds * 1000 : null
}

/** Null if nothing arrived. */
const measureSpeed = ({ channel, received }: Loopback, ms: number): Promise<number | null> =>
  new Promise((resolve) => {
    const began = performance.now()
    let [sent, arrived, lastAt] = [0, 0, began]
    const finish = (): void => {
      clearTimeout(timer)
      channel.onbufferedamountlow = received.onmessage = null
      const took = lastAt - began
      resolve(arrived > 0 && took > 0 ? Math.round((arrived * 8) / took) : null)
    }
    const timer = setTimeout(finish, ms)
    const fill = (): void => {
      while (channel.readyState === 'open' && sent < mostBytes && channel.bufferedAmount < mostWaiting) {
        channel.send(message)
        sent += message.byteLength
      }
    }
    received.binaryType = 'arraybuffer'
    received.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
      arrived += data.byteLength
      lastAt = performance.now()
      if (arrived >= mostBytes) finish()
    }
    channel.bufferedAmountLowThreshold = mostWaiting / 2
    channel.onbufferedamountlow = fill
    fill()
  })
