import { isKnownForm } from '../../../platform/database/ids/known-id.ts'
import { cursorInvalid } from '../../../platform/problems/problem.ts'

/** Where a page ended in a list that has critical ones first. */
export interface RankedPlace {
  /** 0 among the critical ones, 1 among the rest. */
  readonly rank: number
  readonly id: string
}

/** `0_<id>` or `1_<id>`. Throws `cursor_invalid`. */
export const readRankedPlace = (cursor: string | undefined): RankedPlace | null => {
  if (cursor === undefined) return null
  const [rank = '', id = ''] = cursor.split('_', 2)
  if (!/^[01]$/.test(rank) || !isKnownForm(id)) throw cursorInvalid()
  return { rank: Number(rank), id }
}

export const writeRankedPlace = (place: RankedPlace | null): string | null =>
  place === null ? null : `${place.rank}_${place.id}`
