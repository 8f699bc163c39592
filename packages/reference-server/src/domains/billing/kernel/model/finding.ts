import type { components } from '@visitkit/contract'

/** A finding of the scrubber about an unsent claim: the contract's ClaimFinding. Contains no PHI. Made by `finding()` alone. */
export type Finding = Readonly<components['schemas']['ClaimFinding']>
