import type { Watch } from '@visitkit/sdk'

/**
 * Follows a watch with one read at the start: resolves with the state as it is now and hands every later one to `changed`.
 * Rejects when that first read fails. The watch goes on trying where that makes sense, so `changed` may still be called then.
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
