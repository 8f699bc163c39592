/**
 * What the server asks of a video vendor, whichever it is. The visits domain knows this file and no vendor; every provider passes
 * the same suite (conformance.ts). Nothing that crosses this interface is PHI: rooms and seats have random names, roles are codes.
 */

/** The vendors of this folder, named as in the contract; the browser has a driver of the same name for each. */
export type VideoVendorName = 'peer' | 'daily'

/** Why someone is in the room (the contract's SeatRole). Sent to a vendor as a plain label, never with a name. */
export type SeatRole = 'practitioner' | 'patient' | 'proxy' | 'interpreter'

export interface VideoCapabilities {
  /** False for `peer`: for demonstration and tests, not offered for patients' visits in production. */
  readonly production: boolean
  readonly maxParticipants: number
  /** The vendor keeps rooms of its own, which have to be made and closed there. */
  readonly ownRooms: boolean
  /** The vendor can record on its side. Whether it may is decided by every participant's consent, elsewhere. */
  readonly recording: boolean
  /** The vendor tells by webhook who came and went. */
  readonly webhooks: boolean
  /** Seats are made without asking the vendor, so that joining depends on no quota. */
  readonly seatsWithoutNetwork: boolean
}

export interface RoomRequest {
  /** From `newRoomName()`; keep it with the visit. The same name again changes the room's times instead of making another. */
  readonly name: string
  /** Nobody may enter earlier. */
  readonly opensAt: Date | null
  /** The room ends and puts everyone out at this time. Required: a room that never ends is a room that somebody can come back to. */
  readonly closesAt: Date
  /** Everyone, the practitioner included. At most `capabilities.maxParticipants`. */
  readonly maxParticipants: number
}

export interface VideoRoom {
  readonly name: string
  /** Where the driver joins; null when the driver needs no address. Holds no secret: entering needs a seat's token. */
  readonly url: string | null
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
  /** The person is put out at `expiresAt` even when connected. Default false: the room's own end applies. */
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
  readonly room: string
  readonly seatId: string
  readonly roomUrl: string | null
  readonly token: string | null
  readonly iceServers: readonly IceServer[]
  readonly expiresAt: Date
}

export type VideoEventType = 'room-started' | 'room-ended' | 'participant-joined' | 'participant-left'

/** What a vendor reports. Ids, codes and times only. */
export interface VideoEvent {
  /** The vendor's id of the event; the same event again has the same id. */
  readonly id: string
  readonly type: VideoEventType
  readonly room: string
  /** Who came or went; null for the room's own events and for people who did not come in by one of our seats. */
  readonly seatId: string | null
  readonly at: Date
  /** How long the participant was present; null unless `participant-left`. */
  readonly seconds: number | null
}

export interface WebhookRequest {
  /** The bytes as received: the signature covers these and not a re-serialised copy. */
  readonly rawBody: Uint8Array
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly now: Date
}

export interface VideoProvider {
  readonly vendor: VideoVendorName
  /** Another company takes part and must have an agreement in force (vendor-gate.ts). False for `peer`. */
  readonly thirdParty: boolean
  readonly capabilities: VideoCapabilities
  /** Makes the room or changes its times. Call it ahead of the visit: vendors limit how many a second. Safe to repeat. */
  ensureRoom(request: RoomRequest): Promise<VideoRoom>
  /** Makes a seat. Throws `seat_invalid` when it would outlive the room or has already expired. */
  issueSeat(request: SeatRequest, now: Date): Promise<VideoSeat>
  /** Puts one person out and keeps that seat from coming back. Resolves with how many connections were ended. */
  eject(room: string, seatId: string): Promise<number>
  /** Puts everyone out and ends the room for good. Safe to repeat, and for rooms that are already gone. */
  closeRoom(room: string): Promise<void>
  /**
   * Verifies and reads a vendor's report. Throws `signature_invalid` (401) for a wrong, old or repeated one; the reason goes to the log
   * only. Reports that concern nothing here, and the vendor's own test of the address, are an empty list.
   */
  parseWebhook(request: WebhookRequest): Promise<readonly VideoEvent[]>
}
