import type { components } from '@visitkit/contract'
import { noticeNotDue } from '../problems.ts'
import { addDays, endOfYear, type Day } from './day.ts'
import type { ObligationPolicy } from './obligation-policy.ts'

type Schemas = components['schemas']
export type IncidentRecipient = Schemas['IncidentRecipient']
export type Factors = Schemas['IncidentFactors']

export interface Notice {
  readonly recipient: IncidentRecipient
  readonly dueOn: Day
  readonly sentOn: Day | null
}

/** What is readable in the database: numbers and days. */
export interface IncidentFacts {
  readonly id: string
  readonly discoveredOn: Day
  readonly factors: Factors | null
  readonly patientsConcerned: number | null
  readonly notices: readonly Notice[]
  readonly reportedBy: string
  readonly reportedAt: Date
  readonly version: number
}

/** What is encrypted. */
export interface IncidentTexts {
  readonly description: string
  readonly findings?: string
}

/** An exposure is a breach unless each factor is low. 45 CFR 164.402(2). */
export const isBreach = (factors: Factors): boolean => Object.values(factors).some((factor) => factor > 1)

export const statusOfIncident = ({ factors, notices }: IncidentFacts): Schemas['IncidentStatus'] => {
  if (factors === null) return 'open'
  return notices.every(({ sentOn }) => sentOn !== null) ? 'closed' : 'assessed'
}

/**
 * The last days of the notices of a breach. Patients: 60 days after its discovery. The department: the same for many patients, otherwise
 * 60 days after the end of the year. Media: only if many patients live in one state.
 */
export const noticesOf = (
  discoveredOn: Day,
  { patientsConcerned, manyInOneState }: { readonly patientsConcerned: number; readonly manyInOneState: boolean },
  { noticeDays, manyPatients }: ObligationPolicy,
): readonly Notice[] => {
  const due = addDays(discoveredOn, noticeDays)
  const toDepartment = patientsConcerned >= manyPatients ? due : addDays(endOfYear(discoveredOn), noticeDays)
  return [
    { recipient: 'individuals', dueOn: due, sentOn: null },
    { recipient: 'hhs', dueOn: toDepartment, sentOn: null },
    ...(manyInOneState ? [{ recipient: 'media', dueOn: due, sentOn: null } as const] : []),
  ]
}

/** Notices that were sent stay, whatever a later assessment says. */
export const assessIncident = (
  before: IncidentFacts,
  given: {
    readonly factors: Factors
    readonly patientsConcerned: number
    readonly manyInOneState?: boolean | undefined
  },
  policy: ObligationPolicy,
): IncidentFacts => {
  const sent = before.notices.filter(({ sentOn }) => sentOn !== null)
  const manyInOneState = given.manyInOneState ?? false
  const asked = isBreach(given.factors) ? noticesOf(before.discoveredOn, { ...given, manyInOneState }, policy) : []
  const unsent = asked.filter(({ recipient }) => !sent.some((notice) => notice.recipient === recipient))
  return {
    ...before,
    factors: given.factors,
    patientsConcerned: given.patientsConcerned,
    notices: [...sent, ...unsent],
    version: before.version + 1,
  }
}

/** Recorded twice, the first day stays. */
export const sendNotice = (before: IncidentFacts, recipient: IncidentRecipient, sentOn: Day): IncidentFacts => {
  if (!before.notices.some((notice) => notice.recipient === recipient)) throw noticeNotDue()
  const notices = before.notices.map((notice) =>
    notice.recipient === recipient && notice.sentOn === null ? { ...notice, sentOn } : notice,
  )
  return { ...before, notices, version: before.version + 1 }
}
