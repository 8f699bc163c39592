/**
 * What the server asks of a video vendor, whichever it is. The visits domain knows this file and no vendor; every provider passes
 * the same suite (conformance.ts). Nothing that crosses this interface is PHI: keys, rooms and seats are random ids, roles are codes.
 *
 * A room's identity and life are the vendor's answer. We bring a key of our own, which is stored before the vendor is asked, so that
 * what came of an interrupted attempt can be found (docs/decisions/0029).
 */
import type { VideoCapabilities } from './capabilities.ts'

/** The vendors of this folder, named as in the contract; the browser has a driver of the same name for each. */
export type VideoVendorName = 'peer' | 'daily'

/** Why someone is in the room (the contract's SeatRole). Sent to a vendor as a plain label, never with a name. */
export type SeatRole = 'practitioner' | 'patient' | 'proxy' | 'interpreter'

/** What may be turned on in a room, each only where the agreement covers the capability of the same name. All are off by default. */
export type RoomFeature = 'chat' | 'knocking' | 'recording' | 'transcription' | 'captions' | 'regionPinning'

/**
 * What ends a room. `vendor`: the vendor, at `closesAt`, with everyone ejected. `disconnect`: the room has no end of its own; it is over
 * once everyone is disconnected and no token is left. `token`: no one can join after the last token ends, and participants stay until they leave.
 * `server`: there is no room at a vendor; this server stops passing signals. For all but `vendor`, `closesAt` is when we end it.
 */
export type RoomEndsBy = 'vendor' | 'disconnect' | 'token' | 'server'

export interface RoomRequest {
  /** From `newRoomKey()`, and stored before this call. The same key again is the same attempt. */
  readonly key: string
  /** The room ends at this time. Required: a room without an end can be joined again later. */
  readonly closesAt: Date
  /** Everyone, the practitioner included. At most `maxParticipants` of the capabilities. */
  readonly maxParticipants: number
  readonly features: readonly RoomFeature[]
}

export interface VideoRoom {
  /** The vendor's id of the room, by which everything else is asked for. */
  readonly vendorRoomId: string
  /** Where the driver joins; null when the driver needs no address. Holds no secret: entering needs a seat's token. */
  readonly url: string | null
  readonly closesAt: Date
  readonly endsBy: RoomEndsBy
}

/** One call of `openRoom`, as it was stored before it. */
export interface RoomAttempt {
  readonly key: string
  readonly askedAt: Date
  readonly closesAt: Date
}

export interface SeatRequest {
  readonly room: VideoRoom
  /** An opaque id of at most 36 characters (a UUID). Comes back in webhooks and in the browser as the participant's id. */
  readonly seatId: string
  readonly role: SeatRole
  /** May this seat show its screen to the others. */
  readonly mayShareScreen: boolean
  /** The seat can be taken until this time. Keep it to minutes: a page asks for a new one when it needs to come back. */
  readonly expiresAt: Date
  /** The person is ejected at `expiresAt` even when connected. Default false: the room's own end applies. */
  readonly ejectAtExpiry?: boolean
}

/** A STUN or TURN server, as a browser takes it. */
export interface IceServer {
  readonly urls: readonly string[]
  readonly username?: string
  readonly credential?: string
}

/**
 * One participant's right to be in a room. `token` and `credential` are secrets of that participant: answer them over the API, log
 * them nowhere. A vendor without rooms of its own has neither address nor token: there the session and the visit's state are the right.
 */
export interface VideoSeat {
  readonly vendor: VideoVendorName
  readonly vendorRoomId: string
  readonly seatId: string
  readonly roomUrl: string | null
  readonly token: string | null
  readonly iceServers: readonly IceServer[]
  readonly expiresAt: Date
}

/** A participant to eject. Vendors know people by different ids: Daily by the seat's, others by the connection's. */
export interface EjectRequest {
  readonly vendorRoomId: string
  readonly seatId: string
  /** The vendor's id of the person's connection, from its report of their coming; null when there was none. */
  readonly vendorParticipantId: string | null
}

export type VideoEventType = 'room-started' | 'room-ended' | 'participant-joined' | 'participant-left'

/** What a vendor reports. Ids, codes and times only. */
export interface VideoEvent {
  /** The vendor's id of the event; the same event again has the same id. */
  readonly id: string
  readonly type: VideoEventType
  readonly vendorRoomId: string
  /** Who came or went; null for the room's own events and for people who did not come in by one of our seats. */
  readonly seatId: string | null
  readonly vendorParticipantId: string | null
  readonly at: Date
  /** How long the participant was present; null unless `participant-left`. */
  readonly seconds: number | null
}

export interface WebhookRequest {
  /** The bytes as received: the signature covers these and not a re-serialized copy. */
  readonly rawBody: Uint8Array
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly now: Date
}

/** What a look at the vendor's side found. Counts and codes only. */
export interface WebhookState {
  /** Webhooks that point to this deployment. */
  readonly found: number
  /** Those that the vendor had stopped, and that send again now. */
  readonly rearmed: number
  /** Those that the vendor has stopped, and that could not be started again: it cannot reach the address. */
  readonly stopped: number
  /** The account is not of the kind that the configuration says; null when the vendor does not tell. */
  readonly isOtherMode: boolean | null
}

export interface VideoProvider {
  readonly vendor: VideoVendorName
  /** Another company takes part and must have an agreement in force (vendor-gate.ts). False for `peer`. */
  readonly thirdParty: boolean
  /** What may be asked of the vendor now, from the dated pack of its agreement mode. */
  capabilities(at: Date): VideoCapabilities
  /**
   * Makes a room. Call it ahead of the visit: vendors limit how many a second. Where we choose the names, the same key finds the room that
   * an interrupted attempt made; elsewhere each call makes another, and `findRooms` finds the spare ones.
   */
  openRoom(request: RoomRequest, now: Date): Promise<VideoRoom>
  /** Moves a room's end. Null when the vendor no longer has the room. */
  extendRoom(room: VideoRoom, closesAt: Date): Promise<VideoRoom | null>
  /** Makes a seat. Throws `seat_invalid` when it would outlive the room or has already expired. */
  issueSeat(request: SeatRequest, now: Date): Promise<VideoSeat>
  /** Ejects one person and keeps that seat from coming back. Resolves with how many connections were ended. */
  eject(request: EjectRequest): Promise<number>
  /** Ejects everyone and ends the room for good. Safe to repeat, and for rooms that are already gone. */
  closeRoom(vendorRoomId: string): Promise<void>
  /** The rooms at the vendor that these attempts have made, in use or not. Rooms that none of them made are never among them. */
  findRooms(
    attempts: readonly RoomAttempt[],
    signal?: AbortSignal,
  ): Promise<readonly { readonly key: string; readonly vendorRoomId: string }[]>
  /**
   * Verifies and reads a vendor's report. Throws `signature_invalid` (401) for a wrong, old or repeated one; the reason goes to the log
   * only. Reports that concern nothing here, and the vendor's own test of the address, are an empty list.
   */
  parseWebhook(request: WebhookRequest): Promise<readonly VideoEvent[]>
  /** Looks at the webhooks that point to this deployment, and has the vendor send again where it stopped. Null without webhooks. */
  watchWebhooks(pointsHere: (url: URL) => boolean, signal?: AbortSignal): Promise<WebhookState | null>
}
