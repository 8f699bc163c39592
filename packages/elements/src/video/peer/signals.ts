import type { Description } from './peer-link.ts'

/**
 * The signals between two peer drivers. Everything received is validated, because another participant must not be able to break the page.
 */

export interface MediaFlags {
  readonly microphone: boolean
  readonly camera: boolean
  readonly screen: boolean
  /** The sender's system has taken the microphone or the camera. */
  readonly interrupted?: boolean
  /** Counts the changes in one stay: signals can overtake each other, and an older one changes nothing. */
  readonly change?: number
}

/** `session` is one stay of the sender: a reload starts another one. `to` is the stay of the recipient. */
export type PeerSignal =
  /**
   * A greeting. With `reply`, the others answer with their own. `offer` is the first one of the connection to a seat, so that it needs no
   * second trip; the answer to such a greeting says with `hasOffer` that it arrived.
   */
  | {
      readonly v: 1
      readonly type: 'hello'
      readonly session: string
      readonly reply: boolean
      readonly media: MediaFlags
      readonly offer?: { readonly to: string; readonly description: Description }
      readonly hasOffer?: boolean
    }
  | { readonly v: 1; readonly type: 'media'; readonly session: string; readonly media: MediaFlags }
  /** `mayReturn`: the page was closed or reloaded; the person did not leave. */
  | { readonly v: 1; readonly type: 'bye'; readonly session: string; readonly mayReturn?: boolean }
  | {
      readonly v: 1
      readonly type: 'description'
      readonly session: string
      readonly to: string
      readonly description: Description
    }
  /** The sender's browser did not accept the description with this number. */
  | {
      readonly v: 1
      readonly type: 'refused'
      readonly session: string
      readonly to: string
      readonly description: Pick<Description, 'type' | 'number'>
    }
  /** A request for an ICE restart between the two. */
  | { readonly v: 1; readonly type: 'restart'; readonly session: string; readonly to: string }
  /** The picture of the recipient does not arrive, although the sound does. */
  | { readonly v: 1; readonly type: 'picture-lost'; readonly session: string; readonly to: string }
  | {
      readonly v: 1
      readonly type: 'candidate'
      readonly session: string
      readonly to: string
      readonly candidate: RTCIceCandidateInit
    }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isName = (value: unknown): value is string => typeof value === 'string' && value.length > 0 && value.length <= 64
const isOptional = (value: unknown, type: 'string' | 'number' | 'boolean'): boolean =>
  value === undefined || value === null || typeof value === type

const isMedia = (value: unknown): value is MediaFlags =>
  isObject(value) &&
  typeof value['microphone'] === 'boolean' &&
  typeof value['camera'] === 'boolean' &&
  typeof value['screen'] === 'boolean' &&
  isOptional(value['interrupted'], 'boolean') &&
  isOptional(value['change'], 'number')

const isNumbered = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isObject(value) && (value['type'] === 'offer' || value['type'] === 'answer') && typeof value['number'] === 'number'

const isDescription = (value: unknown): boolean => isNumbered(value) && typeof value['sdp'] === 'string'

const isFirstOffer = (value: unknown): boolean =>
  value === undefined || (isObject(value) && isName(value['to']) && isDescription(value['description']))

const isCandidate = (value: unknown): boolean =>
  isObject(value) &&
  typeof value['candidate'] === 'string' &&
  isOptional(value['sdpMid'], 'string') &&
  isOptional(value['sdpMLineIndex'], 'number') &&
  isOptional(value['usernameFragment'], 'string')

/** Parses a signal; null when it is not valid. */
export const readSignal = (data: unknown): PeerSignal | null => {
  if (!isObject(data) || data['v'] !== 1 || !isName(data['session'])) return null
  switch (data['type']) {
    case 'hello':
      return typeof data['reply'] === 'boolean' && isMedia(data['media']) && isFirstOffer(data['offer'])
        ? (data as unknown as PeerSignal)
        : null
    case 'media':
      return isMedia(data['media']) ? (data as unknown as PeerSignal) : null
    case 'bye':
      return isOptional(data['mayReturn'], 'boolean') ? (data as unknown as PeerSignal) : null
    case 'description':
      return isName(data['to']) && isDescription(data['description']) ? (data as unknown as PeerSignal) : null
    case 'refused':
      return isName(data['to']) && isNumbered(data['description']) ? (data as unknown as PeerSignal) : null
    case 'restart':
    case 'picture-lost':
      return isName(data['to']) ? (data as unknown as PeerSignal) : null
    case 'candidate':
      return isName(data['to']) && isCandidate(data['candidate']) ? (data as unknown as PeerSignal) : null
    default:
      return null
  }
}
