import { randomUUID } from 'node:crypto'

/** The room properties that this sandbox acts on; the others that Daily documents are kept and answered. */
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

/** What is wrong with a create or update request, in Daily's manner, or null. */
export const faultOfRoom = (body: Record<string, unknown>): string | null => {
  const { name, privacy, properties } = body
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

export const newRoom = (body: Record<string, unknown>): Room => ({
  id: randomUUID(),
  name: (body['name'] as string | undefined) ?? randomUUID().replaceAll('-', '').slice(0, 20),
  privacy: (body['privacy'] as Room['privacy'] | undefined) ?? 'public',
  createdAt: new Date(),
  config: { ...(body['properties'] as RoomConfig | undefined) },
})

export const changeRoom = (room: Room, body: Record<string, unknown>): void => {
  if (body['privacy'] !== undefined) room.privacy = body['privacy'] as Room['privacy']
  Object.assign(room.config, body['properties'])
}

/** The room object as Daily answers it. */
export const describeRoom = (room: Room, roomBase: string) => ({
  id: room.id,
  name: room.name,
  api_created: true,
  privacy: room.privacy,
  url: `${roomBase}/${room.name}`,
  created_at: room.createdAt.toISOString(),
  config: room.config,
})
