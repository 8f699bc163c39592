import type { ClaimSummary } from '@visitkit/sdk'
import { keepSame } from '../core/keep-same.ts'
import type { ShownPage } from './shown-page.ts'

/** Claims, the earliest filing deadline first. */
type ClaimPage = ShownPage<ClaimSummary>

/** The list on the screen. */
export interface ShownList extends ClaimPage {
  /** Claims that have left this state. Their rows stay until the person refreshes the list. */
  readonly leftIds: ReadonlySet<string>
  /** The number of rows that a refresh would add or remove. */
  readonly changeCount: number
}

export const initialList = ({ items, next }: ClaimPage): ShownList => ({
  items,
  next,
  leftIds: new Set(),
  changeCount: 0,
})

/**
 * The list after a change by another user. Every row keeps its place, so that nothing moves under the pointer: known rows are updated, rows
 * that left are marked, and new rows are only counted.
 * @param latest - The current first page. It has no information about rows after its last filing deadline.
 */
export const refreshList = (shown: ShownList, latest: ClaimPage): ShownList => {
  const now = new Map(latest.items.map((claim) => [claim.id, claim]))
  const horizon = latest.next === null ? null : (latest.items.at(-1)?.fileBy ?? '')
  const isSeen = ({ fileBy }: ClaimSummary): boolean => horizon === null || fileBy < horizon
  const leftIds = new Set(shown.items.filter((claim) => isSeen(claim) && !now.has(claim.id)).map(({ id }) => id))
  const before = new Set(shown.items.map(({ id }) => id))
  const added = latest.items.filter(({ id }) => !before.has(id)).length
  return {
    ...shown,
    items: keepSame(
      shown.items,
      shown.items.map((claim) => now.get(claim.id) ?? claim),
    ),
    leftIds,
    changeCount: leftIds.size + added,
  }
}

/**
 * The list when a person returns to it: the first page as it is now, and after it the pages that were loaded, so that the row from which
 * they come is still there.
 */
export const returnToList = (shown: ShownList, latest: ClaimPage): ShownList => {
  const horizon = latest.next === null ? undefined : latest.items.at(-1)?.fileBy
  const now = new Set(latest.items.map(({ id }) => id))
  const isLater = ({ id, fileBy }: ClaimSummary): boolean => horizon !== undefined && fileBy >= horizon && !now.has(id)
  const later = shown.items.filter(isLater)
  const items = keepSame(shown.items, [...latest.items, ...later])
  return initialList({ items, next: later.length > 0 ? shown.next : latest.next })
}

/** The list with its next page, which may contain a claim that is already shown. */
export const appendPage = (shown: ShownList, { items, next }: ClaimPage): ShownList => {
  const before = new Set(shown.items.map(({ id }) => id))
  return { ...shown, items: [...shown.items, ...items.filter(({ id }) => !before.has(id))], next }
}
