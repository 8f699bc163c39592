/** Who is told of a critical value, and when, counted from its arrival. */
export interface EscalationStep {
  readonly afterMinutes: number
  /** `ordering-practitioner`, or a role of the organization whose members are all told. */
  readonly role: string
}

/** One file, `packs/policy/labs.json`. */
export interface LabsPolicy {
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly source: string
  readonly critical: {
    /** By when somebody has to say that they know. */
    readonly acknowledgeWithinMinutes: number
    /** In the order of time; the first at 0. */
    readonly steps: readonly EscalationStep[]
  }
  /** An order that the laboratory has not answered by then is handed to people. */
  readonly undeliveredAfterHours: number
}

/** Throws on a policy under which nobody would be told. */
export const checkLabsPolicy = (policy: LabsPolicy): LabsPolicy => {
  const { steps } = policy.critical
  const isRising = steps.every(
    ({ afterMinutes }, index) => index === 0 || afterMinutes > (steps[index - 1]?.afterMinutes ?? 0),
  )
  if (steps[0]?.afterMinutes !== 0 || !isRising)
    throw new Error(
      'Laboratory policy: the first step of a critical value is at minute 0, and each one after the one before.',
    )
  return policy
}
