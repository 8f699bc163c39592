import type { components } from '@visitkit/contract'
import { vocabularies } from '@visitkit/contract/vocabularies'

/** Who is told of a critical value, and when, counted from its arrival. */
export interface EscalationStep {
  readonly afterMinutes: number
  /** `ordering-practitioner`, `covering-practitioner`, or a role of the organization whose members are all told. Each is told once. */
  readonly role: components['schemas']['EscalationRole']
  /** Of `covering-practitioner`: the role that is told where nobody covers. */
  readonly otherwise?: components['schemas']['Role']
}

/** Who stands in for others, as the organization's own roster says. */
export interface Covering {
  readonly organizationId: string
  readonly practitionerId: string
  /** For whom; absent for everybody. */
  readonly for?: readonly string[]
  /** RFC 3339. Open at the end when null. */
  readonly from: string
  readonly until: string | null
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
    /** Nobody when absent. */
    readonly covering?: readonly Covering[]
  }
  /** An order that the laboratory has not answered by then is handed to people. */
  readonly undeliveredAfterHours: number
}

/** A policy file may say anything. */
const escalationRoles: ReadonlySet<string> = new Set(vocabularies.EscalationRole)
const roles: ReadonlySet<string> = new Set(vocabularies.Role)

/** Throws on a policy under which nobody would be told. */
export const requireValidLabsPolicy = (policy: LabsPolicy): LabsPolicy => {
  const { steps, covering = [] } = policy.critical
  const isRising = steps.every(
    ({ afterMinutes }, index) => index === 0 || afterMinutes > (steps[index - 1]?.afterMinutes ?? 0),
  )
  if (steps[0]?.afterMinutes !== 0 || !isRising)
    throw new Error(
      'Laboratory policy: the first step of a critical value is at minute 0, and each one after the one before.',
    )
  const unknown = steps.find(({ role, otherwise = 'nurse' }) => !escalationRoles.has(role) || !roles.has(otherwise))
  if (unknown)
    throw new Error(`Laboratory policy: ${unknown.otherwise ?? unknown.role} is not a role that can be called.`)
  const covered = steps.filter(({ role }) => role === 'covering-practitioner')
  if (steps[0]?.role === 'covering-practitioner' || covered.some(({ otherwise }) => !otherwise))
    throw new Error(
      'Laboratory policy: covering-practitioner is not the first step, and says which role is told otherwise.',
    )
  const isSpan = ({ from, until }: Covering): boolean =>
    !Number.isNaN(Date.parse(from)) && (until === null || Date.parse(from) < Date.parse(until))
  if (!covering.every((each) => isSpan(each) && isKnownId(each.organizationId) && isKnownId(each.practitionerId)))
    throw new Error('Laboratory policy: who covers has an id, an organization, and a time that begins before it ends.')
  return policy
}

/**
 * For a result of which nobody knows whose it is: anyone who ordered it and anyone who covers are not known either, so that their roles are
 * told in their place.
 */
export const withoutPractitioner = (policy: LabsPolicy): LabsPolicy => ({
  ...policy,
  critical: {
    ...policy.critical,
    steps: policy.critical.steps.map(({ afterMinutes, role, otherwise = 'practitioner' }) => ({
      afterMinutes,
      role: role === 'ordering-practitioner' ? 'practitioner' : role === 'covering-practitioner' ? otherwise : role,
    })),
  },
})

const isKnownId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

/** Who covers for a practitioner at a moment; of several the first in the list. Null for nobody, and for the practitioner themselves. */
export const coveringFor = (
  { critical }: Pick<LabsPolicy, 'critical'>,
  { organizationId, practitionerId }: { readonly organizationId: string; readonly practitionerId: string },
  now: Date,
): string | null =>
  critical.covering?.find(
    (each) =>
      each.organizationId === organizationId &&
      each.practitionerId !== practitionerId &&
      (each.for === undefined || each.for.includes(practitionerId)) &&
      Date.parse(each.from) <= now.getTime() &&
      (each.until === null || now.getTime() < Date.parse(each.until)),
  )?.practitionerId ?? null
