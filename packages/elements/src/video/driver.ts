import type { Seat, SeatRole } from '@visitkit/sdk'
import type { Caption, CaptionText } from './caption.ts'

/**
 * The interface between the elements and a video vendor in the browser. An element gets a driver from `loadDriver` and imports no vendor.
 * It renders the driver's events and read-only properties, which always agree.
 */

/** One participant's right to be in a room: the part of the API's Seat that a driver needs. Contains secrets: never log or store it. */
export interface VideoSeat {
  readonly id: string
  readonly vendor: string
  /** For vendors that have their own rooms. */
  readonly roomUrl?: string
  readonly token?: string
  /** The other seats now. */
  readonly seats: Seat['seats']
  /** The person may start captions that the vendor makes by machine: the organization and the agreement allow it. */
  readonly mayStartMachineCaptions?: boolean
  readonly iceServers: readonly {
    readonly urls: readonly string[]
    readonly username?: string
    readonly credential?: string
  }[]
  /** RFC 3339 instant. */
  readonly expiresAt: string
}

/** The devices with which to join. A device that is off is not opened until the person turns it on. */
export interface MediaChoice {
  readonly microphone: boolean
  readonly camera: boolean
  readonly microphoneId?: string
  readonly cameraId?: string
  /** A camera that is open already. `join` takes it over: the driver sends it, or stops it. */
  readonly cameraTrack?: MediaStreamTrack
}

export type VideoState =
  | 'idle'
  /** The browser is asked for the camera and the microphone. Not with vendors whose library opens the devices while it enters. */
  | 'getting-devices'
  /** On the way into the room. */
  | 'connecting'
  /** In the room. Whether pictures and sound arrive is known for each participant. */
  | 'joined'
  | 'reconnecting'
  | 'left'
  | 'failed'

/**
 * The connection to one participant: what the driver measured or was sent, never a conclusion from a missing picture.
 *
 * `refused`, `no-answer` and `no-path` mean that no connection could be made; the driver keeps trying.
 */
export const linkStates = [
  'connecting',
  'connected',
  /** Their camera is on, and nothing of it arrives. */
  'no-picture',
  /** Their microphone is on, and nothing of it arrives. */
  'no-sound',
  /** Their system has taken the microphone or the camera: a telephone call, or another app. */
  'interrupted',
  /** The connection was there, and broke. */
  'reconnecting',
  /** They closed or reloaded their page, or nothing came from them for half a minute: they did not say that they leave. */
  'away',
  /** One of the two browsers did not accept the description of the other. */
  'refused',
  /** Their browser does not respond. */
  'no-answer',
  /** Both browsers responded, and no path was found between them. */
  'no-path',
] as const
export type LinkState = (typeof linkStates)[number]
export type TrackKind = 'audio' | 'camera' | 'screen'
export type Quality = 'unknown' | 'good' | 'low' | 'bad'
export type DeviceKind = 'microphone' | 'camera' | 'speaker'

export interface VideoParticipant {
  /** The seat's id: the same person keeps it after coming back. */
  readonly id: string
  /** From the seat; null for a participant who took a seat later. The element takes roles and names from the visit. */
  readonly role: SeatRole | null
  readonly audio: MediaStream | null
  readonly camera: MediaStream | null
  /** The shared window or screen, with its sound if that is shared too. */
  readonly screen: MediaStream | null
  readonly microphoneOn: boolean
  readonly cameraOn: boolean
  readonly link: LinkState
  readonly quality: Quality
}

export interface LocalMedia {
  readonly microphoneOn: boolean
  readonly cameraOn: boolean
  readonly sharing: boolean
  /** The system has taken the microphone or the camera that is on: a telephone call, or another app. It sends nothing until it comes back. */
  readonly isInterrupted: boolean
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

/** Since the last call; rates in bits per second, times in milliseconds. Null where the browser has no value. */
export interface VideoStats {
  readonly sentBitsPerSecond: number | null
  readonly receivedBitsPerSecond: number | null
  readonly roundTripMs: number | null
  /** 0 to 1. */
  readonly lostShare: number | null
  readonly framesDecoded: number | null
}

export type VideoErrorCode =
  /** The person or a policy denied the microphone, the camera or the screen. */
  | 'permission_denied'
  | 'device_not_found'
  /** Another program uses the device. */
  | 'device_in_use'
  /** The token has expired: request a new seat and join again. */
  | 'seat_expired'
  /** The vendor rejected the token. */
  | 'seat_refused'
  | 'room_full'
  /** The room was closed for everyone. */
  | 'room_closed'
  /** This person was ejected. */
  | 'ejected'
  /** The vendor's library could not be loaded: network, or the page's content security policy. */
  | 'load_failed'
  | 'connection_failed'
  /** This browser does not support it (no WebRTC, no screen sharing). */
  | 'unsupported'
  /** The seat's role does not allow it. */
  | 'not_allowed'

/** A failure with a stable code. The message is for developers and contains no token and no URL. */
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
  /** Microphone, camera, connection or quality of this participant may have changed. */
  'participant-changed': VideoParticipant
  'participant-left': { readonly id: string }
  /** A stream of a participant started (`stream`) or ended (null). */
  track: { readonly id: string; readonly kind: TrackKind; readonly stream: MediaStream | null }
  'local-changed': LocalMedia
  /** The local connection's quality. */
  'connection-quality': Quality
  'devices-changed': readonly VideoDevice[]
  /** A line of captions from another participant. PHI: see `caption.ts`. */
  caption: Caption
  /** The vendor hears the call and makes captions of it, or does so no more. */
  'machine-captions': boolean
  /**
   * A failure after joining, or one with which a method also rejected. After `failed`, `ejected` and `room_closed` the driver is finished.
   */
  error: VideoError
}

export interface VideoDriver {
  readonly name: string
  readonly state: VideoState
  /** All other participants, by seat id. */
  readonly participants: ReadonlyMap<string, VideoParticipant>
  readonly local: LocalMedia
  readonly quality: Quality
  /**
   * Opens the devices while a seat is taken. `join` with the same choice follows, or `leave`. Not with vendors whose library opens them.
   */
  prepare?(media: MediaChoice): void
  /**
   * Joins. Rejects with a VideoError. A refused camera or microphone does not reject: the person joins without it, and `error` is emitted.
   */
  join(seat: VideoSeat, media: MediaChoice): Promise<void>
  /** Leaves and closes every device. Safe to call again. A driver that has left can join again. */
  leave(): Promise<void>
  setMicrophone(on: boolean): Promise<void>
  setCamera(on: boolean): Promise<void>
  /** Opens again what the system has taken. Some browsers do not return it after a telephone call. */
  reopen(): Promise<void>
  devices(): Promise<readonly VideoDevice[]>
  /** Changes a device during the call. A speaker is only stored: the element sets it on its media elements. */
  useDevice(kind: DeviceKind, id: string): Promise<void>
  /** Asks the person for a window or screen. Rejects with `permission_denied` when they choose none. */
  startShare(): Promise<void>
  stopShare(): Promise<void>
  /** The person of this seat has taken another one: what still comes from it is ignored. Vendors with rooms of their own eject it. */
  forget?(seatId: string): void
  stats(): Promise<VideoStats>
  /** Sends a line of captions to everyone in the room now, by the way of the call. Those who are not connected do not get it. */
  sendCaption(caption: CaptionText): void
  /**
   * Starts or ends captions that the vendor makes by machine. Absent with vendors that make none. Rejects with `not_allowed` unless the seat
   * allows it. Everyone in the room gets `machine-captions`. `language` is a BCP 47 tag.
   */
  setMachineCaptions?(on: boolean, language: string): Promise<void>
  /** Adds a listener. Returns a function that removes it. */
  on<Name extends keyof VideoEvents>(name: Name, listener: (detail: VideoEvents[Name]) => void): () => void
}

/** How the peer driver reaches the other browsers. The server sets the seat that sent a message; the driver trusts nothing else. */
export interface SignalChannel {
  /** `to` is a seat's id, or null for everyone else in the room. */
  send(to: string | null, data: unknown): void
  /** Called for messages to this seat or to everyone. Returns a function that removes the listener. */
  onMessage(listener: (from: string, data: unknown) => void): () => void
}
