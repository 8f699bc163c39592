export interface KeptBounds {
  readonly bytes: number
  readonly seconds: number
}

/**
 * Results by a hash of what they were made from, in memory only and for a short time. They hold PHI, so they are never written anywhere;
 * each use is authorized and audited like the first, because only the making is skipped.
 */
export interface KeptResults {
  /** The result under this key, also while it is being made. A failure is not kept. */
  get(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array>
  readonly bytes: number
}

interface Kept {
  readonly bytes: Uint8Array
  readonly until: number
}

export const createKeptResults = (
  { bytes: most, seconds }: KeptBounds,
  now = (): number => performance.now(),
): KeptResults => {
  const underWay = new Map<string, Promise<Uint8Array>>()
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

  return {
    get bytes() {
      return size
    },
    get: (key, make) => {
      dropExpired()
      const found = kept.get(key)
      if (found !== undefined) return Promise.resolve(found.bytes)
      const pending = underWay.get(key)
      if (pending !== undefined) return pending
      const made = make()
        .then((bytes) => {
          keep(key, bytes)
          return bytes
        })
        .finally(() => underWay.delete(key))
      underWay.set(key, made)
      return made
    },
  }
}
