import type { RefusedProofsPolicy } from './refused-proofs.ts'
import type { Session } from './session.ts'
import type { StrongSignInPolicy } from './sign-in-strength.ts'

/** packs/policy/sessions.json. All times in seconds. */
export interface SessionPolicy {
  readonly accessTokenSeconds: number
  readonly stepUpSeconds: number
  readonly strongSignIn: StrongSignInPolicy
  readonly refusedProofs: RefusedProofsPolicy
  readonly expiredTraining: {
    /** What a person may do whose training has expired. Nothing of it shows a patient. */
    readonly openPermissions: readonly string[]
  }
  /** Of a client that is a kiosk: the next person must not find the session of the person before. */
  readonly kiosk: { readonly idleSeconds: number; readonly absoluteSeconds: number }
  readonly limits: Readonly<Record<string, { readonly idleSeconds: number | null; readonly absoluteSeconds: number }>>
}

export interface SessionLimits {
  /** Null: no idle limit (services). */
  readonly idleSeconds: number | null
  readonly absoluteSeconds: number
}

/** The limits of a session whose person has these roles now, in milliseconds: the stricter ones of what it has and of what they need. */
export const stricterLimits = (
  { idle, absoluteEndsAt, createdAt }: Pick<Session, 'idle' | 'absoluteEndsAt' | 'createdAt'>,
  { idleSeconds, absoluteSeconds }: SessionLimits,
): Pick<Session, 'idle' | 'absoluteEndsAt'> => ({
  idle: idleSeconds === null ? idle : Math.min(idle ?? Infinity, idleSeconds * 1_000),
  absoluteEndsAt: Math.min(absoluteEndsAt, createdAt + absoluteSeconds * 1_000),
})

/** The strictest limits of all roles, and of a kiosk. If the policy does not know a role, the strictest limits that it has. */
export const limitsFor = (policy: SessionPolicy, roles: readonly string[], isKiosk = false): SessionLimits => {
  const all = Object.values(policy.limits)
  const named = roles.map((role) => policy.limits[role])
  const ofRoles = named.length > 0 && named.every((limits) => limits !== undefined) ? named : all
  const applicable = isKiosk ? [...ofRoles, policy.kiosk] : ofRoles
  const idle = applicable.map((limits) => limits.idleSeconds).filter((seconds) => seconds !== null)
  return {
    idleSeconds: idle.length === 0 ? null : Math.min(...idle),
    absoluteSeconds: Math.min(...applicable.map((limits) => limits.absoluteSeconds)),
  }
}
