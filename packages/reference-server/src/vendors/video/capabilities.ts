/**
 * Capabilities of a vendor that are either covered or not; `limits` are numbers. They are facts about a vendor and its agreement, so they
 * are data: packs/video.
 */
export const switchableCapabilities = [
  /** Calls may hold PHI: the agreement is a Business Associate Agreement that covers calls. */
  'phi',
  /** Rooms exist at the vendor and have to be created and ended there. */
  'roomsAtVendor',
  /** This server may choose the room's name, so that repeating the request finds the room. */
  'namesChosenByUs',
  /** A room ends at a set time, with everyone ejected, without a request. */
  'roomEndsByItself',
  /** An unused room exists until its end, so it can be created ahead of the visit. */
  'keepsUnusedRooms',
  /** A room's end can be moved. */
  'extend',
  /** A room can be ended at any time. */
  'end',
  /** One person can be ejected. */
  'eject',
  /** Rooms that an attempt of this server created can be found again. */
  'findRooms',
  /** Seats are created without a request to the vendor, so that joining depends on no quota. */
  'seatsWithoutNetwork',
  /** The vendor reports who joined and left. */
  'webhooks',
  'screenShare',
  'chat',
  'knocking',
  'recording',
  'transcription',
  'captions',
  'batchRooms',
  'regionPinning',
] as const
export type VideoCapability = (typeof switchableCapabilities)[number]

/** Capabilities that are a number. */
export const limits = ['maxParticipants'] as const

/**
 * The kind of account or agreement under which a vendor is used; packs/video has rows for each. `hipaa` and `plain` are Daily's, `direct`
 * is for `peer`, which has no vendor.
 */
export type AgreementMode = 'hipaa' | 'plain' | 'direct'

/** The capabilities of one vendor in one mode at one time. */
export interface VideoCapabilities {
  readonly mode: AgreementMode
  readonly covered: ReadonlySet<VideoCapability>
  /** In one room, including the practitioner. */
  readonly maxParticipants: number
}
