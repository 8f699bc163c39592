import type { Pages } from '@visitkit/sdk'

/** A list from its start, as far as somebody asked for it. */
export interface LoadedPages<T> {
  readonly items: readonly T[]
  /** Where it goes on; null at its end. */
  readonly next: string | null
}

/** The first pages of a list, read again: what stands on a later one changes as well. */
export const reloadPages = async <T>(list: Pages<T>, pages: number): Promise<LoadedPages<T>> => {
  const items: T[] = []
  let next: string | null = null
  for (let count = 0; count < pages && (count === 0 || next !== null); count++) {
    const page = await list.page(next)
    items.push(...page.items)
    next = page.nextCursor
  }
  return { items, next }
}
