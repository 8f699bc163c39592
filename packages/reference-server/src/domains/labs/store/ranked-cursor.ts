import { isUuid } from '../../../platform/database/ids/require-uuid.ts'
import { cursorInvalid } from '../../../platform/problems/problem.ts'

/** Where a page ended in a list that has critical ones first. */
export interface RankedCursor {
  /** 0 among the critical ones, 1 among the rest. */
  readonly rank: number
  readonly id: string
}

/** `0_<id>` or `1_<id>`. Throws `cursor_invalid`. */
export const readRankedCursor = (cursor: string | undefined): RankedCursor | null => {
  if (cursor === undefined) return null
  const [rank = '', id = ''] = cursor.split('_', 2)
  if (!/^[01]$/.test(rank) || !isUuid(id)) throw cursorInvalid()
  return { rank: Number(rank), id }
}

export const writeRankedCursor = (cursor: RankedCursor | null): string | null =>
  cursor === null ? null : `${cursor.rank}_${cursor.id}`
