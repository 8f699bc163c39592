import type { components } from '@visitkit/contract'
import type { Caller } from '../contracts/caller.ts'

export type SignInStrength = components['schemas']['SignInStrength']

/** What the identity provider asserts about a sign-in: `amr` (RFC 8176) and `acr` of its ID token. */
export interface SignInAssertion {
  readonly methods: readonly string[]
  readonly contextClass: string | null
}

/** What counts as a strength. */
interface StrengthPolicy {
  /** Each is a combination of `amr` values, all of which must be asserted. One is enough. */
  readonly methods: readonly (readonly string[])[]
  /** Values of `acr`, any of which is enough. The first is what a step-up asks the identity provider for. */
  readonly contextClasses: readonly string[]
}

/** A part of packs/policy/sessions.json. */
export interface StrongSignInPolicy {
  /** False: staff may sign in with a password alone. `visitkit-server doctor` reports it. */
  readonly required: boolean
  /** The strength that each role of staff needs. A role that is missing here needs the greatest. */
  readonly roles: Readonly<Record<string, SignInStrength>>
  /** By strength, the greatest last. A greater strength is also enough for a lesser one. */
  readonly strengths: Readonly<Record<SignInStrength, StrengthPolicy>>
  /** Methods that prove nothing: an identity provider that used one may also call it `mfa` or `otp`. */
  readonly neverCounts: readonly string[]
  /** Methods that may only describe one of `neverCounts`, and then count as little. */
  readonly unclear: readonly string[]
  /** What a person may do before they have signed in strongly enough. Nothing of it shows a patient. */
  readonly openPermissions: readonly string[]
}

const order: readonly SignInStrength[] = ['second-step', 'hardware-key']

/** No assertion at all, as of a program, or of an identity provider that does not say how the person signed in. */
export const nothingAsserted: SignInAssertion = Object.freeze({ methods: Object.freeze([]), contextClass: null })

/** The greatest strength that the assertion proves; null: none. */
export const strengthOf = (
  { strengths, neverCounts, unclear }: StrongSignInPolicy,
  { methods, contextClass }: SignInAssertion,
): SignInStrength | null => {
  const isDoubtful = methods.some((method) => neverCounts.includes(method))
  const proven = isDoubtful
    ? methods.filter((method) => !neverCounts.includes(method) && !unclear.includes(method))
    : methods
  const isProven = (strength: SignInStrength): boolean =>
    strengths[strength].methods.some((all) => all.every((method) => proven.includes(method))) ||
    // The class says the same as the doubtful methods, and not more.
    (!isDoubtful && contextClass !== null && strengths[strength].contextClasses.includes(contextClass))
  return order.findLast(isProven) ?? null
}

/** The strength that these roles of a member need; null: none. */
export const strengthFor = (
  { required, roles }: StrongSignInPolicy,
  { kind, roles: own }: Pick<Caller, 'kind' | 'roles'>,
): SignInStrength | null => {
  if (!required || kind !== 'member') return null
  const needed = own.map((role) => order.indexOf(roles[role] ?? 'hardware-key'))
  return order[Math.max(...needed, 0)] ?? null
}

/** What the person still has to show; null: nothing. */
export const missingStrength = (
  policy: StrongSignInPolicy,
  caller: Pick<Caller, 'kind' | 'roles'>,
  assertion: SignInAssertion,
): SignInStrength | null => {
  const needed = strengthFor(policy, caller)
  if (needed === null) return null
  const shown = strengthOf(policy, assertion)
  return shown !== null && order.indexOf(shown) >= order.indexOf(needed) ? null : needed
}
