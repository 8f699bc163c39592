import type { Pages } from '@visitkit/sdk'

/** The first pages of a list, as many as were requested. */
export interface LoadedPages<T> {
  readonly items: readonly T[]
  /** Cursor of the next page; null at the end. */
  readonly next: string | null
}

/** Reads the first pages of a list again, because items on later pages can change too. */
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
