import { isUuid } from '../../../platform/database/ids/require-uuid.ts'
import { cursorInvalid } from '../../../platform/problems/problem.ts'

/** The cursor of a list that starts with critical entries. */
export interface RankedCursor {
  /** 0 for critical entries, 1 for others. */
  readonly rank: number
  readonly id: string
}

/** Reads `0_<id>` or `1_<id>`. Throws `cursor_invalid`. */
export const readRankedCursor = (cursor: string | undefined): RankedCursor | null => {
  if (cursor === undefined) return null
  const [rank = '', id = ''] = cursor.split('_', 2)
  if (!/^[01]$/.test(rank) || !isUuid(id)) throw cursorInvalid()
  return { rank: Number(rank), id }
}

export const writeRankedCursor = (cursor: RankedCursor | null): string | null =>
  cursor === null ? null : `${cursor.rank}_${cursor.id}`
