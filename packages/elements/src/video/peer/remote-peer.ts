import type { SeatRole } from '@visitkit/sdk'
import type { Quality, VideoParticipant } from '../driver.ts'
import { streamOf } from '../stream-of.ts'
import type { PeerLink } from './peer-link.ts'
import type { MediaFlags } from './signals.ts'

const nothing: MediaFlags = { microphone: false, camera: false, screen: false }

/** One other person: their present stay, the connection to it, and what of theirs can be shown. */
export class RemotePeer {
  readonly id: string
  readonly role: SeatRole | null
  /** Their stay in the room; another one after a reload. */
  session: string
  link: PeerLink
  media: MediaFlags = nothing
  quality: Quality = 'unknown'
  /** Since when the connection has been down; null while it stands or is being made for the first time. */
  brokenSince: number | null = null
  /** Told as left, because the connection has been down for long. */
  away = false
  #streams: { audio: MediaStream | null; camera: MediaStream | null; screen: MediaStream | null } = {
    audio: null,
    camera: null,
    screen: null,
  }

  constructor(id: string, role: SeatRole | null, session: string, link: PeerLink) {
    this.id = id
    this.role = role
    this.session = session
    this.link = link
  }

  /** They came back in another stay: what was known of the one before is over. */
  begin(session: string, link: PeerLink): void {
    this.link.close()
    this.session = session
    this.link = link
    this.media = nothing
  }

  get participant(): VideoParticipant {
    return {
      id: this.id,
      role: this.role,
      ...this.#streams,
      microphoneOn: this.media.microphone,
      cameraOn: this.media.camera,
      quality: this.quality,
    }
  }

  /** Takes the tracks that arrive now; answers which kinds show another stream than before. */
  refresh(): readonly ('audio' | 'camera' | 'screen')[] {
    const before = this.#streams
    const { link, media } = this
    const connected = link.connection.remoteDescription !== null
    // The sound line stays while muted: nothing is sent on it, and speaking again must not wait for a new element.
    this.#streams = {
      audio: connected ? streamOf(before.audio, [link.received('audio')]) : null,
      camera: connected && media.camera ? streamOf(before.camera, [link.received('camera')]) : null,
      screen:
        connected && media.screen
          ? streamOf(before.screen, [link.received('screen'), link.received('screenAudio')])
          : null,
    }
    return (['audio', 'camera', 'screen'] as const).filter((kind) => before[kind] !== this.#streams[kind])
  }

  stream(kind: 'audio' | 'camera' | 'screen'): MediaStream | null {
    return this.#streams[kind]
  }
}
