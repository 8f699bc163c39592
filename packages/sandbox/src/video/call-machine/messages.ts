import type { Person } from './describe-participant.ts'
import type { MediaState } from './media-names.ts'
import type { LinkSignal } from './peer-link.ts'

/** What daily-js 0.92.2 sends, for the part that this call machine handles. */
export interface DailyMessage {
  action: string
  callbackStamp?: string
  state?: boolean
  properties?: {
    url?: string
    token?: string
    audioSource?: unknown
    videoSource?: unknown
    startAudioOff?: boolean
    startVideoOff?: boolean
    eject?: boolean
  }
  preloadCache?: {
    inputSettings?: { audio?: DeviceSetting; video?: DeviceSetting } | null
    allowLocalAudio?: boolean
    allowLocalVideo?: boolean
  }
  captureOptions?: { mediaStream?: unknown; displayMediaOptions?: DisplayMediaStreamOptions }
  audioDeviceId?: string
  videoDeviceId?: string
  id?: string
  to?: string
  data?: unknown
  language?: string
}
interface DeviceSetting {
  settings?: { deviceId?: string }
}

/** Messages of the sandbox's server (call-socket.ts). */
export type ServerMessage =
  | { type: 'joined'; me: Person; others: Person[] }
  | { type: 'refused'; reason: string }
  | { type: 'arrived'; participant: Person }
  | { type: 'left'; sessionId: string }
  | { type: 'media'; sessionId: string; media: MediaState }
  | { type: 'signal'; from: string; data: LinkSignal }
  | { type: 'app-message'; from: string; data: unknown }
  | { type: 'transcription'; on: boolean; by: string }
  | { type: 'transcription-refused' }
  | { type: 'transcript'; from: string; text: string; at: string }

/** Daily's messages for its reasons: pages show them, tests read them. */
export const errorMessages: Record<string, string> = {
  'no-room': 'The meeting you are trying to join does not exist or was deleted.',
  'nbf-room': 'This room is not available yet.',
  'exp-room': 'This room is no longer available.',
  'nbf-token': 'You are not allowed to join this meeting yet.',
  'exp-token': 'Your meeting token has expired.',
  'not-allowed': 'You are not allowed to join this meeting.',
  'meeting-full': 'Meeting is full.',
  ejected: 'Meeting has ended.',
  'connection-error': 'Lost connection to the meeting.',
}
