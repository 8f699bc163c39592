import { randomBytes, randomUUID } from 'node:crypto'

/**
 * The kind of account. `hipaa` is Daily's Healthcare add-on: "Room names are automatically replaced with random strings to keep PII out. If
 * your workflow sets a custom room name, update that logic or the create-room call will fail."
 * (docs.daily.co/docs/guides/privacy-and-security/hipaa). The status of that failure is not documented: 400 here, as for other faults.
 */
export type DailyMode = 'hipaa' | 'plain'

/** The room properties that this sandbox acts on; the others that Daily documents are stored and returned. */
export interface RoomConfig {
  nbf?: number
  exp?: number
  eject_at_room_exp?: boolean
  max_participants?: number
  enforce_unique_user_ids?: boolean
  [other: string]: unknown
}

export interface Room {
  id: string
  name: string
  privacy: 'public' | 'private'
  createdAt: Date
  config: RoomConfig
}

const numbers = ['nbf', 'exp', 'max_participants', 'eject_after_elapsed']
const switches = [
  'eject_at_room_exp',
  'enforce_unique_user_ids',
  'enable_chat',
  'enable_knocking',
  'enable_people_ui',
  'enable_prejoin_ui',
  'enable_screenshare',
  'start_video_off',
  'start_audio_off',
]
const texts = ['enable_recording', 'geo', 'lang']

/** The error of a create or update request, in Daily's format, or null. */
export const faultOfRoom = (body: Record<string, unknown>, mode: DailyMode): string | null => {
  const { name, privacy, properties } = body
  if (name !== undefined && mode === 'hipaa') return 'custom room names are not allowed for this domain'
  if (name !== undefined && (typeof name !== 'string' || !/^[A-Za-z0-9_-]{1,128}$/.test(name)))
    return 'room name may only contain A-Z, a-z, 0-9, dash, and underscore, and be at most 128 characters'
  if (privacy !== undefined && privacy !== 'public' && privacy !== 'private')
    return "privacy property must be 'public' or 'private'"
  if (properties === undefined) return null
  if (typeof properties !== 'object' || properties === null) return 'properties must be an object'
  for (const [key, value] of Object.entries(properties)) {
    if (numbers.includes(key) && typeof value !== 'number') return `property '${key}' should be a number`
    if (switches.includes(key) && typeof value !== 'boolean') return `property '${key}' should be a boolean`
    if (texts.includes(key) && typeof value !== 'string') return `property '${key}' should be a string`
    if (![...numbers, ...switches, ...texts].includes(key)) return `unknown property '${key}'`
  }
  return null
}

/** Twenty letters and digits, as Daily makes names. */
const randomName = (): string => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  return Array.from(randomBytes(20), (byte) => letters[byte % letters.length]).join('')
}

export const newRoom = (body: Record<string, unknown>): Room => ({
  id: randomUUID(),
  name: (body['name'] as string | undefined) ?? randomName(),
  privacy: (body['privacy'] as Room['privacy'] | undefined) ?? 'public',
  createdAt: new Date(),
  config: { ...(body['properties'] as RoomConfig | undefined) },
})

export const changeRoom = (room: Room, body: Record<string, unknown>): void => {
  if (body['privacy'] !== undefined) room.privacy = body['privacy'] as Room['privacy']
  Object.assign(room.config, body['properties'])
}

/** The room object as Daily returns it. */
export const describeRoom = (room: Room, roomBase: string) => ({
  id: room.id,
  name: room.name,
  api_created: true,
  privacy: room.privacy,
  url: `${roomBase}/${room.name}`,
  created_at: room.createdAt.toISOString(),
  config: room.config,
})

const perPage = 100

/**
 * One page of the domain's rooms, newest first: `starting_after` continues the list after that room, `ending_before` is the page before it
 * (docs.daily.co/docs/rest-api/errors, "Pagination"). `inOrder` is oldest first. Null for a cursor that is not a room.
 */
export const pageOfRooms = (inOrder: readonly Room[], query: URLSearchParams): readonly Room[] | null => {
  const newestFirst = inOrder.toReversed()
  const limit = Math.min(Math.max(Number(query.get('limit') ?? perPage) || perPage, 1), perPage)
  const placeOf = (id: string): number => newestFirst.findIndex((room) => room.id === id)
  const [after, before] = [query.get('starting_after'), query.get('ending_before')]
  if (after !== null) {
    const at = placeOf(after)
    return at < 0 ? null : newestFirst.slice(at + 1, at + 1 + limit)
  }
  if (before !== null) {
    const at = placeOf(before)
    return at < 0 ? null : newestFirst.slice(Math.max(at - limit, 0), at)
  }
  return newestFirst.slice(0, limit)
}
