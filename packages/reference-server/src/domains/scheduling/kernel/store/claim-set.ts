interface Claim {
  readonly from: number
  readonly to: number
  readonly settled: Promise<void>
}

/** A period of one calendar. Epoch milliseconds. */
export interface Claimable {
  readonly ownerId: string
  readonly from: number
  readonly to: number
}

/** After this time a claim no longer blocks others, in case its request was lost. Milliseconds. */
const atMost = 500

/**
 * Times that requests of this process are about to reserve. Of two hundred requests for one time, a single one opens a transaction; the
 * others wait the few milliseconds until the result is known. An optimization only: the exclusion constraint decides, and a process that
 * dies takes its claims with it.
 */
export class ClaimSet {
  readonly #claims = new Map<string, Claim[]>()

  /** The conflicting claim, if there is one. */
  conflicting(practitionerId: string, from: number, to: number): Promise<void> | null {
    return this.#claims.get(practitionerId)?.find((claim) => claim.from < to && from < claim.to)?.settled ?? null
  }

  /** A claim that conflicts with one of these, if there is one. */
  conflictingAny(all: readonly Claimable[]): Promise<void> | null {
    for (const { ownerId, from, to } of all) {
      const conflict = this.conflicting(ownerId, from, to)
      if (conflict) return conflict
    }
    return null
  }

  /** Claims all of them. */
  claimAll(all: readonly Claimable[]): () => void {
    const settles = all.map(({ ownerId, from, to }) => this.claim(ownerId, from, to))
    return () => {
      for (const settle of settles) settle()
    }
  }

  /** Claims the time. The returned function releases it and may be called twice. */
  claim(practitionerId: string, from: number, to: number): () => void {
    const { promise, resolve } = Promise.withResolvers<void>()
    const claim: Claim = { from, to, settled: promise }
    const claims = this.#claims.get(practitionerId)
    if (claims) claims.push(claim)
    else this.#claims.set(practitionerId, [claim])
    const settle = (): void => {
      clearTimeout(timer)
      const left = this.#claims.get(practitionerId)?.filter((other) => other !== claim) ?? []
      if (left.length > 0) this.#claims.set(practitionerId, left)
      else this.#claims.delete(practitionerId)
      resolve()
    }
    const timer = setTimeout(settle, atMost)
    timer.unref()
    return settle
  }
}
