/**
 * The interface of a video vendor. The visits domain uses this file and no specific vendor; every provider passes the same suite
 * (conformance.ts). Nothing that crosses this interface is PHI: keys, rooms and seats are random ids, roles are codes.
 *
 * The vendor determines a room's identity and lifetime. This server adds its own key, which is stored before the request, so that the
 * result of an interrupted attempt can be found (docs/decisions/0029).
 */
import type { VideoCapabilities } from './capabilities.ts'

/** The vendors of this folder, as named in the contract. The browser has a driver of the same name for each. */
export type VideoVendorName = 'peer' | 'daily'

/** A participant's role in the room (the contract's SeatRole). Sent to a vendor as a plain label, never with a name. */
export type SeatRole = 'practitioner' | 'patient' | 'proxy' | 'interpreter' | 'guest'

/** Optional features of a room. Each requires that the agreement covers the capability of the same name. All are off by default. */
export type RoomFeature = 'chat' | 'knocking' | 'recording' | 'transcription' | 'captions' | 'regionPinning'

/**
 * How a room ends. `vendor`: the vendor ends it at `closesAt` and ejects everyone. `disconnect`: the room has no end; it is over once
 * everyone is disconnected and no token is valid. `token`: no one can join after the last token expires, and participants stay until they
 * leave. `server`: there is no room at a vendor; this server stops relaying signals. For all but `vendor`, this server ends it at
 * `closesAt`.
 */
export type RoomEndsBy = 'vendor' | 'disconnect' | 'token' | 'server'

export interface RoomRequest {
  /** From `newRoomKey()`, and stored before this call. The same key means the same attempt. */
  readonly key: string
  /** The room ends at this time. Required: a room without an end can be joined again later. */
  readonly closesAt: Date
  /** Everyone, including the practitioner. At most `maxParticipants` of the capabilities. */
  readonly maxParticipants: number
  readonly features: readonly RoomFeature[]
}

export interface VideoRoom {
  /** The vendor's id of the room, for all further requests. */
  readonly vendorRoomId: string
  /** The URL that the driver joins; null if it needs none. Contains no secret: joining needs a seat's token. */
  readonly url: string | null
  readonly closesAt: Date
  readonly endsBy: RoomEndsBy
}

/** One call of `openRoom`, as stored before it. */
export interface RoomAttempt {
  readonly key: string
  readonly requestedAt: Date
  readonly closesAt: Date
}

export interface SeatRequest {
  readonly room: VideoRoom
  /** An opaque id of at most 36 characters (a UUID). It is the participant's id in webhooks and in the browser. */
  readonly seatId: string
  readonly role: SeatRole
  /** Whether this seat may share its screen. */
  readonly mayShareScreen: boolean
  /** Whether this person may start captions that the vendor makes by machine. Default false. */
  readonly mayStartCaptions?: boolean
  /** The seat can be taken until this time. Keep it to minutes: a page requests a new one to rejoin. */
  readonly expiresAt: Date
  /** Ejects the person at `expiresAt` even if connected. Default false: the room's own end applies. */
  readonly ejectAtExpiry?: boolean
}

/** A STUN or TURN server, in the form that browsers use. */
export interface IceServer {
  readonly urls: readonly string[]
  readonly username?: string
  readonly credential?: string
}

/**
 * One participant's right to be in a room. `token` and `credential` are secrets of that participant: return them over the API, and never
 * log them. A vendor without rooms has neither URL nor token: the session and the visit's state are then the right.
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

/** A participant to eject. Vendors identify people differently: Daily by the seat's id, others by the connection's. */
export interface EjectRequest {
  readonly vendorRoomId: string
  readonly seatId: string
  /** The vendor's id of the person's connection, from its report that they joined; null if there was none. */
  readonly vendorParticipantId: string | null
}

export type VideoEventType = 'room-started' | 'room-ended' | 'participant-joined' | 'participant-left'

/** A vendor's report. Ids, codes and times only. */
export interface VideoEvent {
  /** The vendor's id of the event; the same event again has the same id. */
  readonly id: string
  readonly type: VideoEventType
  readonly vendorRoomId: string
  /** Who joined or left; null for events of the room itself and for people without a seat of this server. */
  readonly seatId: string | null
  readonly vendorParticipantId: string | null
  readonly at: Date
  /** How long the participant was present; null unless `participant-left`. */
  readonly seconds: number | null
}

/** Signed by the vendor, and of a kind that is not known, or without what it needs. */
export interface UnusableReport {
  /** As of a `VideoEvent`; a digest of the bytes if there is none. */
  readonly id: string
  readonly fault: 'unknown-code' | 'unreadable'
}

export interface WebhookRequest {
  /** The bytes as received: the signature covers these and not a re-serialized copy. */
  readonly rawBody: Uint8Array
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly now: Date
}

/** The result of a check of the vendor's webhooks. Counts and codes only. */
export interface WebhookState {
  /** Webhooks that point to this deployment. */
  readonly found: number
  /** Webhooks that the vendor had stopped, and that now send again. */
  readonly rearmed: number
  /** Webhooks that the vendor has stopped, and that could not be restarted: the vendor cannot reach the address. */
  readonly stopped: number
  /** Whether the account is of another kind than configured; null if the vendor does not report it. */
  readonly isOtherMode: boolean | null
  /** The account records or transcribes calls by default. The provider opens no room as long as it does. */
  readonly isRecording: boolean
}

export interface VideoProvider {
  readonly vendor: VideoVendorName
  /** A third-party vendor that needs an agreement in force (vendor-gate.ts). False for `peer`. */
  readonly thirdParty: boolean
  /** Which version of the reader reads its reports; stored with each that waits for a person. */
  readonly reader: string
  /** The capabilities at a time, from the dated pack of its agreement mode. */
  capabilities(at: Date): VideoCapabilities
  /**
   * Creates a room. Call it ahead of the visit: vendors limit the rate. If this server chooses the names, the same key finds the room of
   * an interrupted attempt; otherwise each call creates another, and `findRooms` finds the extra ones.
   */
  openRoom(request: RoomRequest, now: Date): Promise<VideoRoom>
  /** Moves a room's end. Null if the vendor no longer has the room. */
  extendRoom(room: VideoRoom, closesAt: Date): Promise<VideoRoom | null>
  /** Issues a seat. Throws `seat_invalid` if it would outlive the room or has already expired. */
  issueSeat(request: SeatRequest, now: Date): Promise<VideoSeat>
  /** Ejects one person and prevents that seat from rejoining. Resolves with the number of connections that were ended. */
  eject(request: EjectRequest): Promise<number>
  /** Ejects everyone and ends the room permanently. May be repeated, also for rooms that no longer exist. */
  closeRoom(vendorRoomId: string): Promise<void>
  /** The rooms at the vendor that these attempts created, in use or not. Never includes other rooms. */
  findRooms(
    attempts: readonly RoomAttempt[],
    signal?: AbortSignal,
  ): Promise<readonly { readonly key: string; readonly vendorRoomId: string }[]>
  /**
   * Verifies and reads a vendor's report. Throws `signature_invalid` (401) for a wrong, old or repeated one; the reason is only logged.
   * The vendor's own test of the address is an empty list.
   */
  parseWebhook(request: WebhookRequest): Promise<readonly (VideoEvent | UnusableReport)[]>
  /**
   * Whether the account records or transcribes calls by default; while it does, no room is opened. Known for a minute. False for a vendor
   * that cannot record.
   */
  recordsByDefault(): Promise<boolean>
  /** Checks the webhooks that point to this deployment, and restarts those that the vendor stopped. Null without webhooks. */
  watchWebhooks(pointsHere: (url: URL) => boolean, signal?: AbortSignal): Promise<WebhookState | null>
}
