import type { LinkState } from '../driver.ts'

/** Milliseconds. */
const answerTimeoutMs = 12_000
const awayAfterMs = 30_000
const silentAfterMs = 10_000

/** What is known of the connection to one other browser. Times in milliseconds. */
export interface LinkFacts {
  readonly connectionState: RTCPeerConnectionState
  /** Both descriptions were exchanged. */
  readonly hasAgreed: boolean
  /** A browser did not accept the newest description. */
  readonly isRefused: boolean
  /** It closed its page without leaving. */
  readonly isGone: boolean
  readonly wasConnected: boolean
  /** Since the connection broke, or since the first attempt. */
  readonly waitingMs: number
  /** Since the last signal from it. */
  readonly silentMs: number
  /** Its system has taken its microphone or camera. */
  readonly isInterrupted: boolean
  /** Whether media that it sends arrives. Null while it sends none, or while that is not known. */
  readonly pictureArrives: boolean | null
  readonly soundArrives: boolean | null
  /** Neither arrives, for a shorter time. */
  readonly isSilent: boolean
}

/** The state of a connection, from what is known of it. */
export const linkState = (facts: LinkFacts): LinkState => {
  if (facts.isGone) return 'away'
  if (facts.connectionState === 'connected') return mediaState(facts)
  if (facts.wasConnected) {
    if (facts.waitingMs < awayAfterMs) return 'reconnecting'
    return facts.silentMs > silentAfterMs ? 'away' : 'no-path'
  }
  if (facts.isRefused) return 'refused'
  if (facts.connectionState === 'failed') return 'no-path'
  if (facts.waitingMs < answerTimeoutMs) return 'connecting'
  return facts.hasAgreed ? 'no-path' : 'no-answer'
}

/** A connection that carries nothing is broken, although it says that it is not. */
const mediaState = ({ isInterrupted, isSilent, pictureArrives, soundArrives }: LinkFacts): LinkState => {
  if (isInterrupted) return 'interrupted'
  if (isSilent) return 'reconnecting'
  if (pictureArrives === false) return 'no-picture'
  return soundArrives === false ? 'no-sound' : 'connected'
}
