import type { MonitorPolicy } from './monitor-policy.ts'

/** Searches of a member on one day, and the records that they opened without an explanation. Fed in the order of time. */
export class SearchDay {
  #searches = 0
  #empty = 0
  #lastSearchAt = Number.NEGATIVE_INFINITY
  #lastNumber = Number.NaN
  #run = 0
  #longestRun = 0

  /** A search writes a row for each match: rows of one moment are one search. */
  addSearch(at: number, isEmpty: boolean): void {
    if (at === this.#lastSearchAt) return
    this.#lastSearchAt = at
    this.#searches++
    if (isEmpty) this.#empty++
  }

  addOpened(recordNumber: number | null): void {
    if (recordNumber === null || recordNumber === this.#lastNumber) return
    this.#run = recordNumber === this.#lastNumber + 1 ? this.#run + 1 : 1
    this.#lastNumber = recordNumber
    this.#longestRun = Math.max(this.#longestRun, this.#run)
  }

  /** What shows that records were tried one after the other: searches without a match, or records opened in the order of their numbers. */
  found({ search }: MonitorPolicy): number | null {
    if (this.#empty >= search.emptySearches && this.#empty >= this.#searches * search.emptyShare) return this.#empty
    return this.#longestRun >= search.consecutiveRecords ? this.#longestRun : null
  }
}
