import type { RoomAttempt } from '../provider.ts'
import type { DailyClient } from './daily-client.ts'
import { markOf, seconds } from './room-settings.ts'

interface ListedRoom {
  readonly id: string
  readonly name: string
  readonly madeAt: number
  readonly nbf: unknown
  readonly exp: unknown
}

const perPage = 100
/** A domain that creates more rooms than this between two polls needs its own share of Daily's limits first. */
const mostPages = 100
/** Maximum difference between the clocks of Daily and this server. Milliseconds. */
const skew = 60 * 60_000

/**
 * Finds the rooms that attempts of this server created in the domain's list: by name if this server chose it, else by the mark in their
 * settings. Newest first, and no further back than the oldest attempt. Listing has a separate limit, a tenth of the others'
 * (docs.daily.co, rest-api/rooms/list-rooms).
 */
export const findDailyRooms = async (
  client: DailyClient,
  attempts: readonly RoomAttempt[],
  signal?: AbortSignal,
): Promise<{ readonly key: string; readonly vendorRoomId: string }[]> => {
  if (attempts.length === 0) return []
  const byName = new Map(attempts.map((attempt) => [attempt.key, attempt]))
  const byMark = new Map(attempts.map((attempt) => [`${markOf(attempt)}/${seconds(attempt.closesAt)}`, attempt]))
  const since = Math.min(...attempts.map(({ requestedAt }) => requestedAt.getTime())) - skew
  const found: { key: string; vendorRoomId: string }[] = []
  const seen = new Set<string>()
  let after: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await readPage(client, after, signal)
    const fresh = page.filter(({ id }) => !seen.has(id))
    for (const room of fresh) {
      seen.add(room.id)
      const attempt = byName.get(room.name) ?? byMark.get(`${String(room.nbf)}/${String(room.exp)}`)
      if (attempt !== undefined) found.push({ key: attempt.key, vendorRoomId: room.name })
    }
    const oldest = page.at(-1)
    if (page.length < perPage || fresh.length === 0 || oldest === undefined || oldest.madeAt < since) break
    after = oldest.id
  }
  return found
}

const readPage = async (client: DailyClient, after: string | null, signal?: AbortSignal): Promise<ListedRoom[]> => {
  const query = `limit=${perPage}${after === null ? '' : `&starting_after=${encodeURIComponent(after)}`}`
  const { data } = await client.call({
    method: 'GET',
    path: `/rooms?${query}`,
    route: '/rooms',
    slow: true,
    ...(signal === undefined ? {} : { signal }),
  })
  return Array.isArray(data) ? data.flatMap(readListed) : []
}

const readListed = (value: unknown): ListedRoom[] => {
  const { id, name, created_at: createdAt, config } = (value ?? {}) as Readonly<Record<string, unknown>>
  if (typeof id !== 'string' || typeof name !== 'string' || typeof createdAt !== 'string') return []
  const { nbf, exp } = (config ?? {}) as Readonly<Record<string, unknown>>
  return [{ id, name, madeAt: Date.parse(createdAt), nbf, exp }]
}
