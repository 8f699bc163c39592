import { cursorInvalid } from '../../../../platform/problems/problem.ts'
import { isUuid } from '../../../../platform/database/ids/require-uuid.ts'

/** The last row shown of a list ordered by time. */
export interface TimeCursor {
  readonly start: Date
  readonly id: string
}

/** Contains a time and an id, no PHI. */
export const writeCursor = ({ start, id }: TimeCursor): string => `${start.getTime().toString(36)}_${id}`

export const readCursor = (cursor: string | undefined): TimeCursor | null => {
  if (cursor === undefined) return null
  const [start, id] = cursor.split('_', 2)
  const time = Number.parseInt(start ?? '', 36)
  if (!Number.isSafeInteger(time) || Math.abs(time) > 8.64e15 || id === undefined || !isUuid(id)) throw cursorInvalid()
  return { start: new Date(time), id }
}
