import type { Watch } from '@visitkit/sdk'
import { keepSame } from './keep-same.ts'

/**
 * Follows a watch with an initial read: resolves with the current state and calls `changed` with each later one, in which items that are
 * the same are the same objects. Rejects when the initial read fails. The watch still retries transient failures, so `changed` may be called after a rejection.
 */
export const followWatch = <T>(watch: Watch<T>, changed: (value: T) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    let settled = false
    let last: T | undefined
    watch.subscribe(
      (value) => {
        last = keepSame(last, value)
        if (settled) return changed(last)
        settled = true
        resolve(last)
      },
      (error) => {
        settled = true
        reject(error as Error)
      },
    )
  })
