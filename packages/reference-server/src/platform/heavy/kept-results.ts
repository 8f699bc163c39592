import { ClientDisconnected } from '../problems/client-disconnected.ts'

export interface KeptBounds {
  readonly bytes: number
  readonly seconds: number
}

/**
 * Results by a hash of what they were made from, in memory only and for a short time. They hold PHI, so they are never written anywhere;
 * each use is authorized and audited like the first, because only the making is skipped.
 */
export interface KeptResults {
  /**
   * The result under this key, also while it is being made. A failure is not kept. Who disconnects no longer waits; `abandoned` is aborted
   * when no one does.
   */
  get(
    key: string,
    make: (abandoned: AbortSignal) => Promise<Uint8Array>,
    disconnected?: AbortSignal,
  ): Promise<Uint8Array>
  readonly bytes: number
}

interface Kept {
  readonly bytes: Uint8Array
  readonly until: number
}

interface UnderWay {
  readonly made: Promise<Uint8Array>
  readonly abandon: AbortController
  waiting: number
}

export const createKeptResults = (
  { bytes: most, seconds }: KeptBounds,
  now = (): number => performance.now(),
): KeptResults => {
  const underWay = new Map<string, UnderWay>()
  // In the order in which they expire.
  const kept = new Map<string, Kept>()
  let size = 0

  const drop = (key: string, { bytes }: Kept): void => {
    kept.delete(key)
    size -= bytes.length
  }
  const dropExpired = (): void => {
    for (const [key, result] of kept) {
      if (result.until > now()) return
      drop(key, result)
    }
  }
  const keep = (key: string, bytes: Uint8Array): void => {
    if (bytes.length > most) return
    for (const [oldest, result] of kept) {
      if (size + bytes.length <= most) break
      drop(oldest, result)
    }
    kept.set(key, { bytes, until: now() + seconds * 1_000 })
    size += bytes.length
    // Otherwise the last ones would stay in memory until the next request.
    setTimeout(dropExpired, seconds * 1_000 + 1).unref()
  }

  /** Waits for the result until the client disconnects. */
  const join = (pending: UnderWay, disconnected: AbortSignal | undefined): Promise<Uint8Array> => {
    pending.waiting++
    if (disconnected === undefined) return pending.made
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        if (--pending.waiting === 0) pending.abandon.abort()
        reject(new ClientDisconnected())
      }
      pending.made.then(resolve, reject).finally(() => disconnected.removeEventListener('abort', leave))
      if (disconnected.aborted) leave()
      else disconnected.addEventListener('abort', leave)
    })
  }

  return {
    get bytes() {
      return size
    },
    get: (key, make, disconnected) => {
      dropExpired()
      const found = kept.get(key)
      if (found !== undefined) return Promise.resolve(found.bytes)
      const pending = underWay.get(key)
      // Abandoned a moment ago: it is about to fail.
      if (pending !== undefined && !pending.abandon.signal.aborted) return join(pending, disconnected)
      const abandon = new AbortController()
      const begun: UnderWay = {
        made: make(abandon.signal)
          .then((bytes) => {
            keep(key, bytes)
            return bytes
          })
          .finally(() => {
            if (underWay.get(key) === begun) underWay.delete(key)
          }),
        abandon,
        waiting: 0,
      }
      underWay.set(key, begun)
      return join(begun, disconnected)
    },
  }
}
