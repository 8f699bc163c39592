import type { DeviceCheck } from '@visitkit/sdk'

/** The browser's information about the network. Chromium only, so `unknown` is a normal result. */
interface NetworkInformation {
  readonly effectiveType?: string
  readonly downlink?: number
  readonly rtt?: number
}

/** Estimates the quality of video without sending data: two people at 640x480 need about 1.5 Mbit/s each way. */
export const measureConnection = (): DeviceCheck['connection'] => {
  const network = (navigator as Navigator & { connection?: NetworkInformation }).connection
  if (!navigator.onLine) return 'poor'
  if (!network?.effectiveType) return 'unknown'
  if (network.effectiveType !== '4g' || (network.downlink ?? 10) < 0.7) return 'poor'
  return (network.downlink ?? 10) < 1.5 || (network.rtt ?? 0) > 350 ? 'fair' : 'good'
}

/** Whether this browser supports calls. */
export const canCall = (): boolean =>
  typeof RTCPeerConnection === 'function' &&
  typeof (navigator.mediaDevices as MediaDevices | undefined)?.getUserMedia === 'function'
