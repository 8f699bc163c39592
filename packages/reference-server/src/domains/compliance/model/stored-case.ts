import type { components } from '@visitkit/contract'
import { caseClosed, notAReviewer, ownCase } from '../problems.ts'
import type { AccessCase, CaseReason } from './monitor/access-case.ts'
import type { PrivacyPolicy } from './privacy-policy.ts'

type Schemas = components['schemas']

const dayMs = 86_400_000

/** A case of the monitor as privacy officers work on it. FHIR: DetectedIssue. */
export interface StoredCase {
  readonly id: string
  readonly memberId: string
  /** Days since 1970-01-01 on the clock of the organization. */
  readonly day: number
  /** From 1: another case is opened when more happens on the day after the one before was closed. */
  readonly number: number
  readonly score: number
  readonly reasons: readonly CaseReason[]
  readonly accessIds: readonly string[]
  readonly status: Schemas['AccessCaseStatus']
  readonly openedAt: Date
  readonly dueAt: Date
  readonly escalatedAt: Date | null
  readonly assignedTo: string | null
  readonly disposition: Schemas['AccessCaseDisposition'] | null
  readonly closedBy: string | null
  readonly closedAt: Date | null
  readonly incidentId: string | null
  readonly version: number
}

/** Encrypted. */
export interface CaseContent {
  readonly note?: string | undefined
}

interface Opening {
  readonly newId: () => string
  readonly now: Date
  readonly policy: PrivacyPolicy['accessCases']
}

/**
 * What the monitor found of a member and a day, and the cases that were opened about it before. A case that was closed does not change:
 * what came later is another case. Null: it is known already.
 */
export const openCase = (
  found: AccessCase,
  before: readonly StoredCase[],
  { newId, now, policy }: Opening,
): { readonly after: StoredCase; readonly before: StoredCase | null } | null => {
  const { memberId, day, score, reasons, accessIds } = found
  // Who works on a case of that day reads all accesses of the member.
  if (score === 0 && before.some((each) => each.score > 0)) return null
  const closed = new Set(before.flatMap((each) => (each.status === 'closed' ? each.accessIds : [])))
  const fresh = accessIds.filter((id) => !closed.has(id))
  if (fresh.length === 0) return null
  const waiting = before.find(({ status }) => status !== 'closed')
  if (waiting !== undefined) {
    const isSame = waiting.score === score && fresh.every((id) => waiting.accessIds.includes(id))
    if (isSame) return null
    const all = [...new Set([...waiting.accessIds, ...fresh])]
    return { before: waiting, after: { ...waiting, score, reasons, accessIds: all, version: waiting.version + 1 } }
  }
  return {
    before: null,
    after: {
      ...{ id: newId(), memberId, day, score, reasons },
      number: before.length + 1,
      accessIds: fresh,
      status: 'open',
      openedAt: now,
      dueAt: new Date(now.getTime() + policy.reviewDays * dayMs),
      escalatedAt: null,
      assignedTo: null,
      disposition: null,
      closedBy: null,
      closedAt: null,
      incidentId: null,
      version: 1,
    },
  }
}

/** Throws `case_closed`, `own_case` and `not_a_privacy_officer`. */
export const assignCase = (
  before: StoredCase,
  { memberId, mayHandle }: { readonly memberId: string; readonly mayHandle: boolean },
): StoredCase => {
  if (before.status === 'closed') throw caseClosed()
  if (memberId === before.memberId) throw ownCase()
  if (!mayHandle) throw notAReviewer()
  return { ...before, status: 'assigned', assignedTo: memberId, version: before.version + 1 }
}

/** A case that needs follow-up stays assigned, with its deadline. Throws `case_closed`. */
export const closeCase = (
  before: StoredCase,
  {
    by,
    disposition,
    incidentId,
    now,
  }: {
    readonly by: string
    readonly disposition: Schemas['AccessCaseDisposition']
    readonly incidentId: string | null
    readonly now: Date
  },
): StoredCase => {
  if (before.status === 'closed') throw caseClosed()
  const isClosed = disposition !== 'needs-follow-up'
  return {
    ...before,
    status: isClosed ? 'closed' : 'assigned',
    assignedTo: before.assignedTo ?? by,
    disposition,
    closedBy: isClosed ? by : null,
    closedAt: isClosed ? now : null,
    incidentId: incidentId ?? before.incidentId,
    version: before.version + 1,
  }
}

/** The deadline passed before it was closed. */
export const escalateCase = (before: StoredCase, now: Date): StoredCase => ({
  ...before,
  escalatedAt: now,
  version: before.version + 1,
})

/** What the patient reads of it next to the access. Null: nothing. */
export const outcomeForPatient = (
  disposition: Schemas['AccessCaseDisposition'] | null,
): Schemas['AccessReviewOutcome'] | null => {
  switch (disposition) {
    case 'explained':
    case 'appropriate':
      return 'appropriate'
    case 'inappropriate':
      return 'not-allowed'
    case 'error':
      return 'mistake'
    case 'needs-follow-up':
    case null:
      return null
  }
}
