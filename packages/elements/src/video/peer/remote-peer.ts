import type { SeatRole } from '@visitkit/sdk'
import type { Quality, VideoParticipant } from '../driver.ts'
import { streamOf } from '../stream-of.ts'
import type { PeerLink } from './peer-link.ts'
import type { MediaFlags } from './signals.ts'

const nothing: MediaFlags = { microphone: false, camera: false, screen: false }

/** One other participant: their current stay, the connection to it, and their streams. */
export class RemotePeer {
  readonly id: string
  readonly role: SeatRole | null
  /** Their stay in the room; a reload starts another one. */
  session: string
  link: PeerLink
  media: MediaFlags = nothing
  quality: Quality = 'unknown'
  /** The time since which the connection is down; null while it is up or being established for the first time. */
  brokenSince: number | null = null
  /** Reported as left, because the connection has been down for a long time. */
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

  /** They came back in another stay: discards the state of the previous one. */
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

  /** Updates the tracks; returns the kinds with another stream than before. */
  refresh(): readonly ('audio' | 'camera' | 'screen')[] {
    const before = this.#streams
    const { link, media } = this
    const connected = link.connection.remoteDescription !== null
    // The sound line stays while muted: it sends nothing, and unmuting must not wait for a new element.
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
