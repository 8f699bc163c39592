import type { Seat, SeatRole } from '@visitkit/sdk'

/**
 * What the elements ask of a video vendor in the browser. An element takes a driver from `loadDriver` and imports no vendor; what it
 * shows comes from the driver's events and from the read-only properties, which always agree.
 */

/** One participant's right to be in a room: the part of the API's Seat that a driver needs. Holds secrets: never log it or keep it. */
export interface VideoSeat {
  readonly id: string
  readonly vendor: string
  /** Of vendors that have rooms of their own. */
  readonly roomUrl?: string
  readonly token?: string
  /** Who else holds a seat now. */
  readonly seats: Seat['seats']
  readonly iceServers: readonly {
    readonly urls: readonly string[]
    readonly username?: string
    readonly credential?: string
  }[]
  /** RFC 3339 instant. */
  readonly expiresAt: string
}

/** With what to enter. A kind that is off is not opened: its light stays dark until the person turns it on. */
export interface MediaChoice {
  readonly microphone: boolean
  readonly camera: boolean
  readonly microphoneId?: string
  readonly cameraId?: string
}

export type VideoState = 'idle' | 'joining' | 'joined' | 'reconnecting' | 'left' | 'failed'
export type TrackKind = 'audio' | 'camera' | 'screen'
export type Quality = 'unknown' | 'good' | 'low' | 'bad'
export type DeviceKind = 'microphone' | 'camera' | 'speaker'

export interface VideoParticipant {
  /** The seat's id: the same person keeps it after coming back. */
  readonly id: string
  /** As the seat says; null for someone who took a seat later. The element takes roles and names from the visit. */
  readonly role: SeatRole | null
  readonly audio: MediaStream | null
  readonly camera: MediaStream | null
  /** The shared window or screen, with its sound if that is shared too. */
  readonly screen: MediaStream | null
  readonly microphoneOn: boolean
  readonly cameraOn: boolean
  readonly quality: Quality
}

export interface LocalMedia {
  readonly microphoneOn: boolean
  readonly cameraOn: boolean
  readonly sharing: boolean
  /** The camera's picture for the self view; null while the camera is off. */
  readonly camera: MediaStream | null
  readonly audio: MediaStream | null
  readonly screen: MediaStream | null
}

export interface VideoDevice {
  readonly id: string
  readonly kind: DeviceKind
  /** Empty until the person has allowed the microphone or camera. */
  readonly label: string
  readonly inUse: boolean
}

/** Since the last call; rates in bits a second, times in milliseconds. Null where the browser does not tell. */
export interface VideoStats {
  readonly sentBitsPerSecond: number | null
  readonly receivedBitsPerSecond: number | null
  readonly roundTripMs: number | null
  /** 0 to 1. */
  readonly lostShare: number | null
  readonly framesDecoded: number | null
}

export type VideoErrorCode =
  /** The person or a policy refused the microphone, the camera or the screen. */
  | 'permission_denied'
  | 'device_not_found'
  /** Another program holds the device. */
  | 'device_in_use'
  /** The token has expired: ask for a new seat and join again. */
  | 'seat_expired'
  /** The vendor does not accept the token. */
  | 'seat_refused'
  | 'room_full'
  /** The room was ended for everyone. */
  | 'room_closed'
  /** This person was put out. */
  | 'ejected'
  /** The vendor's program could not be loaded: network, or the page's content security policy. */
  | 'load_failed'
  | 'connection_failed'
  /** This browser cannot do it (no WebRTC, no screen sharing). */
  | 'unsupported'
  /** The seat's role may not do this. */
  | 'not_allowed'

/** A failure with a stable code. The message is for developers and holds no token and no address. */
export class VideoError extends Error {
  readonly code: VideoErrorCode
  constructor(code: VideoErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'VideoError'
    this.code = code
  }
}

export interface VideoEvents {
  state: VideoState
  'participant-joined': VideoParticipant
  /** Something of this participant changed: microphone, camera, quality. */
  'participant-changed': VideoParticipant
  'participant-left': { readonly id: string }
  /** A stream of a participant began (`stream`) or ended (null). */
  track: { readonly id: string; readonly kind: TrackKind; readonly stream: MediaStream | null }
  'local-changed': LocalMedia
  /** The local connection's quality. */
  'connection-quality': Quality
  'devices-changed': readonly VideoDevice[]
  /** A failure after joining, or one that a method also rejected with. After `failed`, `ejected` and `room_closed` the driver is done. */
  error: VideoError
}

export interface VideoDriver {
  readonly name: string
  readonly state: VideoState
  /** Everyone else, by seat id. */
  readonly participants: ReadonlyMap<string, VideoParticipant>
  readonly local: LocalMedia
  readonly quality: Quality
  /** Enters. Rejects with a VideoError; a refused camera or microphone does not: the person enters without, and `error` tells. */
  join(seat: VideoSeat, media: MediaChoice): Promise<void>
  /** Leaves and closes every device. Safe to repeat. A driver that has left can join again. */
  leave(): Promise<void>
  setMicrophone(on: boolean): Promise<void>
  setCamera(on: boolean): Promise<void>
  devices(): Promise<readonly VideoDevice[]>
  /** Changes device without leaving. A speaker is only remembered: the element sets it on its media elements. */
  useDevice(kind: DeviceKind, id: string): Promise<void>
  /** Asks the person for a window or screen. Rejects with `permission_denied` when they choose none. */
  startShare(): Promise<void>
  stopShare(): Promise<void>
  stats(): Promise<VideoStats>
  /** Listens; the answer stops listening. */
  on<Name extends keyof VideoEvents>(name: Name, listener: (detail: VideoEvents[Name]) => void): () => void
}

/** How the peer driver reaches the others' browsers. The server says which seat a message is from; the driver believes nothing else. */
export interface SignalChannel {
  /** `to` is a seat's id, or null for everyone else in the room. */
  send(to: string | null, data: unknown): void
  /** Called for messages to this seat or to everyone. The answer stops listening. */
  onMessage(listener: (from: string, data: unknown) => void): () => void
}
