import type { Watch } from '@visitkit/sdk'

/**
 * Follows a watch with an initial read: resolves with the current state and calls `changed` with each later one. Rejects when the initial
 * read fails. The watch still retries transient failures, so `changed` may be called after a rejection.
 */
export const followWatch = <T>(watch: Watch<T>, changed: (value: T) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    let settled = false
    watch.subscribe(
      (value) => {
        if (settled) return changed(value)
        settled = true
        resolve(value)
      },
      (error) => {
        settled = true
        reject(error as Error)
      },
    )
  })
