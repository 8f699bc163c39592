import type { components } from '@visitkit/contract'
import type { Caller } from '../../../platform/contracts/caller.ts'
import { invalidRequest, versionConflict, invalidStep } from '../problems.ts'
import type { FollowUpPolicy } from './follow-up-policy.ts'

type Schemas = components['schemas']
export type ReferralStatus = Schemas['ReferralStatus']

/** A request to another clinician, open until their report is back. FHIR: ServiceRequest with Task. */
export interface Referral extends ReferralContent {
  readonly id: string
  readonly patientId: string
  readonly visitId: string | null
  readonly specialty: string
  readonly priority: Schemas['Referral']['priority']
  readonly status: ReferralStatus
  /** When the next step is due; null once the referral is closed. */
  readonly nextStepDue: Date | null
  /** Whether a task was raised for the overdue step. */
  readonly overdueReported: boolean
  readonly createdAt: Date
  readonly version: number
}

/** Encrypted. */
export interface ReferralContent {
  readonly to: string
  readonly question: string
  readonly report: string | null
  readonly history: readonly { readonly status: ReferralStatus; readonly at: string; readonly by: string }[]
}

/** Staff who book a referral need not read its question and report (45 CFR 164.502(b)): those are for treating roles. */
export const readsFindings = ({ roles }: Pick<Caller, 'roles'>): boolean =>
  roles.some((role) => role === 'practitioner' || role === 'nurse')

/**
 * Allowed transitions. Either side may decline until the patient was seen, a missed appointment returns to `accepted`, and a referral can
 * be closed only after its report or a refusal, so that none is closed without a result.
 */
const following: Readonly<Record<ReferralStatus, readonly ReferralStatus[]>> = {
  sent: ['accepted', 'declined'],
  accepted: ['scheduled', 'declined'],
  scheduled: ['seen', 'accepted', 'declined'],
  seen: ['report-received'],
  'report-received': ['closed'],
  declined: ['closed'],
  closed: [],
}

export const isLoopOpen = ({ status }: Pick<Referral, 'status'>): boolean => status !== 'closed'

export const isOverdue = ({ nextStepDue }: Pick<Referral, 'nextStepDue'>, now: Date): boolean =>
  nextStepDue !== null && nextStepDue < now

export const sendReferral = (
  sent: Pick<Referral, 'id' | 'patientId' | 'visitId' | 'specialty' | 'priority' | 'to' | 'question'>,
  by: string,
  policy: Pick<FollowUpPolicy, 'referral'>,
  now: Date,
): Referral => ({
  ...sent,
  status: 'sent',
  nextStepDue: dueAfter('sent', sent.priority, policy, now),
  overdueReported: false,
  report: null,
  history: [{ status: 'sent', at: now.toISOString(), by }],
  createdAt: now,
  version: 1,
})

export interface ReferralStepTaken {
  readonly status: ReferralStatus
  readonly report?: string | undefined
  readonly version: number
  readonly by: string
}

/** Throws `version_conflict`, `invalid_step`, and `invalid_request` for a missing report on `report-received`. */
export const stepReferral = (
  referral: Referral,
  { status, report, version, by }: ReferralStepTaken,
  policy: Pick<FollowUpPolicy, 'referral'>,
  now: Date,
): Referral => {
  if (referral.version !== version) throw versionConflict()
  const allowed = following[referral.status]
  if (!allowed.includes(status)) throw invalidStep(referral.status, allowed)
  if (status === 'report-received' && !report?.trim())
    throw invalidRequest([{ pointer: '/report', code: 'required', message: 'Give the findings of the report.' }])
  return {
    ...referral,
    status,
    report: report ?? referral.report,
    nextStepDue: dueAfter(status, referral.priority, policy, now),
    overdueReported: false,
    history: [...referral.history, { status, at: now.toISOString(), by }],
    version: referral.version + 1,
  }
}

const dueAfter = (
  status: ReferralStatus,
  priority: Referral['priority'],
  { referral }: Pick<FollowUpPolicy, 'referral'>,
  now: Date,
): Date | null =>
  status === 'closed' ? null : new Date(now.getTime() + referral.stepDays[priority][status] * 86_400_000)
