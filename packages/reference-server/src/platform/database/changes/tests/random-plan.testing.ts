/** A pseudorandom sequence (Mulberry32): the same for the same seed. */
export const randomOf = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * What one caller wants. The facts that are stored in the end do not depend on the order of all wishes, except for who gets a place.
 *
 * - `add`: adds one to each of these counters.
 * - `take`: takes a place, and adds one to the counters. If the place is taken, it is refused, or (of the later places) only adds.
 * - `refuse`: the decision refuses.
 * - `break`: the database refuses an entry.
 * - `outdated`: insists on a version that is long gone.
 */
export interface Wish {
  readonly kind: 'add' | 'take' | 'refuse' | 'break' | 'outdated'
  /** Places of counters in the organization. */
  readonly counters: readonly number[]
  readonly place: string
  readonly isRefusedIfTaken: boolean
  /** Sent this often with one key. */
  readonly repeats: number
  /** One of the repeats is another request with this key. */
  readonly isKeyReused: boolean
}

/** The wishes of one caller, in order. */
export interface CallerPlan {
  /** Place of the organization. */
  readonly organization: number
  readonly wishes: readonly Wish[]
}

export interface PlanSize {
  readonly organizations: number
  readonly countersEach: number
  readonly callersEach: number
  readonly wishesEach: number
}

const kinds: readonly Wish['kind'][] = [
  'add',
  'add',
  'add',
  'add',
  'take',
  'take',
  'take',
  'refuse',
  'break',
  'outdated',
]

export const planOf = (seed: number, size: PlanSize): readonly CallerPlan[] => {
  const random = randomOf(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  const wish = (): Wish => {
    const place = below(12)
    const kind = kinds[below(kinds.length)] as Wish['kind']
    // Of a place, so that it does not depend on who gets it.
    const first = kind === 'take' ? place % size.countersEach : below(size.countersEach)
    const second = (first + 1 + below(size.countersEach - 1)) % size.countersEach
    const isDouble = kind === 'add' && random() < 0.3
    const repeats = random() < 0.25 ? 2 + below(3) : 1
    return {
      kind,
      // In either order, so that two groups may lock the same rows in opposite orders.
      counters: isDouble ? [first, second] : [first],
      place: `place ${place}`,
      isRefusedIfTaken: place < 8,
      repeats,
      isKeyReused: repeats > 1 && random() < 0.3,
    }
  }
  return Array.from({ length: size.organizations * size.callersEach }, (_, index) => ({
    organization: index % size.organizations,
    wishes: Array.from({ length: size.wishesEach }, wish),
  }))
}
