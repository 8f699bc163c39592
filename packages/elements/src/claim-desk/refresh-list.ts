import type { ClaimSummary } from '@visitkit/sdk'

/** A page of claims, the oldest filing date first. */
export interface ClaimListPage {
  readonly items: readonly ClaimSummary[]
  readonly next: string | null
}

/** The list as it stands on the screen. */
export interface ShownList extends ClaimListPage {
  /** Claims that have left this state since; their rows stay until the person asks for the new list. */
  readonly leftIds: ReadonlySet<string>
  /** How many rows a new list would add or take away. */
  readonly changeCount: number
}

export const initialList = ({ items, next }: ClaimListPage): ShownList => ({
  items,
  next,
  leftIds: new Set(),
  changeCount: 0,
})

/**
 * The list after a change elsewhere. Every row stays where it is, so that nothing moves under the pointer: what is known of it is renewed,
 * what has gone is marked, what is new is only counted.
 * @param latest the first page as it is now. It says nothing of rows beyond its own last filing date.
 */
export const refreshList = (shown: ShownList, latest: ClaimListPage): ShownList => {
  const now = new Map(latest.items.map((claim) => [claim.id, claim]))
  const horizon = latest.next === null ? null : (latest.items.at(-1)?.fileBy ?? '')
  const isSeen = ({ fileBy }: ClaimSummary): boolean => horizon === null || fileBy < horizon
  const leftIds = new Set(shown.items.filter((claim) => isSeen(claim) && !now.has(claim.id)).map(({ id }) => id))
  const before = new Set(shown.items.map(({ id }) => id))
  const added = latest.items.filter(({ id }) => !before.has(id)).length
  return {
    ...shown,
    items: shown.items.map((claim) => now.get(claim.id) ?? claim),
    leftIds,
    changeCount: leftIds.size + added,
  }
}

/** The list with its next page, which may hold a claim that is shown already. */
export const appendPage = (shown: ShownList, { items, next }: ClaimListPage): ShownList => {
  const before = new Set(shown.items.map(({ id }) => id))
  return { ...shown, items: [...shown.items, ...items.filter(({ id }) => !before.has(id))], next }
}
