import { isUuid } from '../../../platform/database/ids/require-uuid.ts'
import { cursorInvalid } from '../../../platform/problems/problem.ts'

/** The last row shown of a list ordered by time. `time` is null for rows after all times. */
export interface TimeCursor {
  readonly time: Date | null
  readonly id: string
}

/** Contains a time and an id, no PHI. */
export const writeCursor = ({ time, id }: TimeCursor): string =>
  `${time === null ? 'z' : time.getTime().toString(36)}_${id}`

export const readCursor = (cursor: string | undefined): TimeCursor | null => {
  if (cursor === undefined) return null
  const [start = '', id = ''] = cursor.split('_', 2)
  const time = start === 'z' ? null : Number.parseInt(start, 36)
  if ((time !== null && !(Math.abs(time) <= 8.64e15)) || !isUuid(id)) throw cursorInvalid()
  return { time: time === null ? null : new Date(time), id }
}

/** Splits the rows, of which there is one more than `limit`, into the page and its next cursor. */
export const pageOf = <R>(
  fetched: readonly R[],
  limit: number,
  cursorOf: (row: R) => TimeCursor,
): { readonly items: readonly R[]; readonly nextCursor: string | null } => {
  const items = fetched.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: last !== undefined && fetched.length > limit ? writeCursor(cursorOf(last)) : null }
}
