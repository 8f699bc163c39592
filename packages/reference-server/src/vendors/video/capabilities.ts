/**
 * What is asked of a vendor before it is used, yes or no. `limit` capabilities (a number) are named apart. Facts about a vendor and about
 * the agreement with it, so they are data: packs/video.
 */
export const switchableCapabilities = [
  /** Calls may hold PHI: the agreement is a Business Associate Agreement that covers calls. */
  'phi',
  /** The vendor keeps rooms, which have to be made and ended there. */
  'roomsAtVendor',
  /** We may name a room, so that asking again with the same name finds it. */
  'namesChosenByUs',
  /** A room ends at a stated time, with everyone ejected, without a request from us. */
  'roomEndsByItself',
  /** An unused room stays until its end, so it can be made ahead of the visit. */
  'keepsUnusedRooms',
  /** A room's end can be moved. */
  'extend',
  /** A room can be ended at any time. */
  'end',
  /** One person can be ejected. */
  'eject',
  /** Rooms that an attempt of ours has made can be found again. */
  'findRooms',
  /** Seats are made without a request to the vendor, so that joining depends on no quota. */
  'seatsWithoutNetwork',
  /** The vendor reports who came and went. */
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
 * is `peer`'s, which has no vendor.
 */
export type AgreementMode = 'hipaa' | 'plain' | 'direct'

/** What holds for one vendor in one mode at one moment. */
export interface VideoCapabilities {
  readonly mode: AgreementMode
  readonly covered: ReadonlySet<VideoCapability>
  /** In one room, the practitioner included. */
  readonly maxParticipants: number
}
