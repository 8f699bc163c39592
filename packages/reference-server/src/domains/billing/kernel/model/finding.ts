import type { components } from '@visitkit/contract'

/** A finding of the scrubber about an unsent claim: the contract's ClaimFinding. Codes and pointers, never values: no PHI. */
export interface Finding {
  readonly code: components['schemas']['ClaimFindingCode']
  /** JSON pointer into the Claim, e.g. `/lines/0/modifiers`. */
  readonly pointer: string
  /** `error`: the claim must not be sent. */
  readonly severity: 'error' | 'warning'
  /** What is wrong, for a person. */
  readonly message: string
  /** What to do, for a person. */
  readonly remedy: string
}
