/** packs/policy/sessions.json. Seconds throughout. */
export interface SessionPolicy {
  readonly accessTokenSeconds: number
  readonly stepUpSeconds: number
  readonly limits: Readonly<Record<string, { readonly idleSeconds: number | null; readonly absoluteSeconds: number }>>
}

export interface SessionLimits {
  /** Null: never ends for idleness (services). */
  readonly idleSeconds: number | null
  readonly absoluteSeconds: number
}

/** The strictest of the limits of all roles; of the strictest role there is, when a role is unknown to the policy. */
export const limitsFor = (policy: SessionPolicy, roles: readonly string[]): SessionLimits => {
  const all = Object.values(policy.limits)
  const named = roles.map((role) => policy.limits[role])
  const applicable = named.length > 0 && named.every((limits) => limits !== undefined) ? named : all
  const idle = applicable.map((limits) => limits.idleSeconds).filter((seconds) => seconds !== null)
  return {
    idleSeconds: idle.length === 0 ? null : Math.min(...idle),
    absoluteSeconds: Math.min(...applicable.map((limits) => limits.absoluteSeconds)),
  }
}
