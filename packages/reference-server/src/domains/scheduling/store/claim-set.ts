interface Claim {
  readonly from: number
  readonly to: number
  readonly settled: Promise<void>
}

/** How long a claim whose request was lost on its way keeps others waiting. Milliseconds. */
const atMost = 500

/**
 * Times that a request of this process is about to take. It stands in front of the arbiter so that of two hundred people who want one
 * time a single one opens a transaction; the rest wait the few milliseconds until it is known whether the time is gone.
 * It decides nothing: a process that dies takes its claims with it.
 */
export class ClaimSet {
  readonly #claims = new Map<string, Claim[]>()

  /** The claim that is in the way, if there is one. */
  conflicting(practitionerId: string, from: number, to: number): Promise<void> | null {
    return this.#claims.get(practitionerId)?.find((claim) => claim.from < to && from < claim.to)?.settled ?? null
  }

  /** Claims the time; the answer lets it go and may be called twice. */
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
