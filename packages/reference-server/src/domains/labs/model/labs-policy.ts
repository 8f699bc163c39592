import type { components } from '@visitkit/contract'
import { vocabularies } from '@visitkit/contract/vocabularies'
import type { CriticalLimit } from './critical-limits.ts'
import { isLoinc } from './lab-catalog.ts'
import { readUcum } from './ucum.ts'

/** Who is notified of a critical value, and how long after its arrival. */
export interface EscalationStep {
  readonly afterMinutes: number
  /**
   * `ordering-practitioner`, `covering-practitioner`, or a role of the organization, all of whose members are notified. Each is notified
   * once.
   */
  readonly role: components['schemas']['EscalationRole']
  /** For `covering-practitioner`: the role that is notified if no practitioner covers. */
  readonly otherwise?: components['schemas']['Role']
}

/** Who covers for others, from the organization's own roster. */
export interface Covering {
  readonly organizationId: string
  readonly practitionerId: string
  /** The practitioners who are covered; all if absent. */
  readonly for?: readonly string[]
  /** RFC 3339. No end if null. */
  readonly from: string
  readonly until: string | null
}

/** One file, `packs/policy/labs.json`. */
export interface LabsPolicy {
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly source: string
  readonly critical: {
    /** The time within which a person must acknowledge. */
    readonly acknowledgeWithinMinutes: number
    /** In order of time. The first is at 0 minutes. */
    readonly steps: readonly EscalationStep[]
    /** No covering practitioners if absent. */
    readonly covering?: readonly Covering[]
    /** Of organizations that have their own. Without one for a code, only the flag of the laboratory makes a value critical. */
    readonly limits?: readonly CriticalLimit[]
  }
  /** An order without a response after this time is flagged for people. */
  readonly undeliveredAfterHours: number
  readonly retentionDays: {
    /** A message that a laboratory repeats after this time is applied again, and changes nothing that is the same. */
    readonly messageMarks: number
    /** Of a report that a person matched or returned. What was matched is part of a result by then. */
    readonly decidedReports: number
  }
}

/** A policy file can contain any text. */
const escalationRoles: ReadonlySet<string> = new Set(vocabularies.EscalationRole)
const roles: ReadonlySet<string> = new Set(vocabularies.Role)

/** Throws on a policy that would notify no one. */
export const requireValidLabsPolicy = (policy: LabsPolicy): LabsPolicy => {
  const { steps, covering = [], limits = [] } = policy.critical
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
      'Laboratory policy: covering-practitioner is not the first step, and names the role that is notified otherwise.',
    )
  const isSpan = ({ from, until }: Covering): boolean =>
    !Number.isNaN(Date.parse(from)) && (until === null || Date.parse(from) < Date.parse(until))
  if (!covering.every((each) => isSpan(each) && isKnownId(each.organizationId) && isKnownId(each.practitionerId)))
    throw new Error('Laboratory policy: who covers has an id, an organization, and a time that begins before it ends.')
  requireValidLimits(limits)
  return policy
}

/** A limit that cannot be compared would raise no alarm. */
const requireValidLimits = (limits: readonly CriticalLimit[]): void => {
  const seen = new Set<string>()
  for (const { organizationId, loinc, low, high, unit } of limits) {
    const fail = (what: string): never => {
      throw new Error(`Laboratory policy, critical limit of ${loinc}: ${what}.`)
    }
    if (!isKnownId(organizationId)) fail('name the organization by its id')
    if (!isLoinc(loinc)) fail('not a LOINC code')
    if (low === undefined && high === undefined) fail('give a low or a high limit, or both')
    if (low !== undefined && high !== undefined && low >= high) fail('the low limit is below the high one')
    if (readUcum(unit) === null) fail(`${unit} is not a unit of UCUM that can be compared`)
    const key = `${organizationId}/${loinc}`
    if (seen.has(key)) fail('there are two for one organization')
    seen.add(key)
  }
}

export const limitsOf = (
  { critical }: Pick<LabsPolicy, 'critical'>,
  organizationId: string,
): readonly CriticalLimit[] => critical.limits?.filter((limit) => limit.organizationId === organizationId) ?? []

/**
 * The policy for a result of an unknown patient: the ordering and the covering practitioner are not known either, so roles are notified
 * instead.
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

/**
 * The practitioner who covers at a moment; the first in the list if there are several. Null if there is none, or if it is the practitioner
 * themselves.
 */
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
