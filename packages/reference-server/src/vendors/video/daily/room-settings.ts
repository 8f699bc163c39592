import { createHash } from 'node:crypto'
import { capabilityNotCovered } from '../problems.ts'
import type { RoomAttempt, RoomFeature, RoomRequest } from '../provider.ts'

export const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)

/**
 * Daily's properties for each feature of a room. `null`: Visitkit does not offer the feature with Daily, and a request for it is refused.
 * docs/status.md lists them.
 */
const properties: Readonly<Record<RoomFeature, Readonly<Record<string, unknown>> | null>> = {
  chat: { enable_chat: true },
  knocking: { enable_knocking: true },
  // Until everyone in a visit is asked for consent, and recordings go to a bucket of the organization's own.
  recording: null,
  transcription: null,
  captions: null,
  regionPinning: null,
}

const propertiesOf = (feature: RoomFeature): Readonly<Record<string, unknown>> => {
  const given = properties[feature]
  if (given === null) throw capabilityNotCovered(`daily: ${feature} is not built`)
  return given
}

const day = 24 * 60 * 60

/**
 * Identifies the attempt that created a room, in a property that Daily stores and lists, because in HIPAA mode the name cannot. `nbf`,
 * before which a room cannot be joined, is set between 30 and 224 days before the room's end and so has no effect. It holds 24 bits of
 * the key's hash; together with `exp`, which is also the attempt's, no other room is mistaken for one of this server.
 */
export const markOf = ({ key, closesAt }: Pick<RoomAttempt, 'key' | 'closesAt'>): number =>
  seconds(closesAt) - 30 * day - createHash('sha256').update(key).digest().readUIntBE(0, 3)

/** A private room that expires, ejects everyone at expiry, and has every feature off that was not requested. */
export const roomSettings = ({ key, closesAt, maxParticipants, features }: RoomRequest) => ({
  privacy: 'private',
  properties: {
    nbf: markOf({ key, closesAt }),
    exp: seconds(closesAt),
    eject_at_room_exp: true,
    max_participants: maxParticipants,
    // Messages and files of a visit belong in the record, not in a vendor's chat.
    enable_chat: false,
    enable_knocking: false,
    enable_people_ui: false,
    enable_prejoin_ui: false,
    enforce_unique_user_ids: true,
    ...Object.assign({}, ...features.map(propertiesOf)),
  },
})
