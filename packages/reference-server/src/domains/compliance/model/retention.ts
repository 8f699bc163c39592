import type { components } from '@visitkit/contract'
import {
  erasureApproved,
  recordHeld,
  recordMustBeKept,
  retentionTooShort,
  scheduleVersionConflict,
} from '../problems.ts'
import { dayOf } from './access-suppression.ts'
import { dateOf } from './monitor/local-time.ts'

type Schemas = components['schemas']
export type RetentionClass = Schemas['RetentionClass']
export type ErasureBasis = Schemas['ErasureBasis']

/** `packs/policy/retention.json`. */
export interface RetentionPolicy {
  readonly years: Readonly<Record<RetentionClass, number>>
  /** No organization may choose fewer. */
  readonly leastYears: Readonly<Record<RetentionClass, number>>
  /** The years of a minor begin at this age. */
  readonly majorityAge: number
}

/** How long one organization keeps records. The id is the organization's. */
export interface RetentionSchedule extends Readonly<Record<RetentionClass, number>> {
  readonly id: string
  readonly changedAt: Date
  readonly changedBy: string
  readonly version: number
}

export type RetentionYears = Pick<RetentionSchedule, RetentionClass>

export const retentionClasses = ['medical', 'financial', 'accesses'] as const satisfies readonly RetentionClass[]

/** Throws `retention_too_short` with each class that has fewer years than the law's floor. */
export const changeSchedule = (
  before: RetentionSchedule | null,
  { version, ...years }: RetentionYears & { readonly version: number },
  { organizationId, by, now }: { readonly organizationId: string; readonly by: string; readonly now: Date },
  { leastYears }: RetentionPolicy,
): RetentionSchedule => {
  if ((before?.version ?? 0) !== version) throw scheduleVersionConflict()
  const short = retentionClasses.filter((each) => years[each] < leastYears[each])
  if (short.length > 0) throw retentionTooShort(short.map((each) => ({ field: each, least: leastYears[each] })))
  return { ...years, id: organizationId, changedAt: now, changedBy: by, version: version + 1 }
}

/** What is known of one patient's record. The id is the patient's. Days are since 1970-01-01 on the clock of the organization. */
export interface RetainedRecord {
  readonly id: string
  /** The last day on which a person did something in it. */
  readonly activeDay: number
  /** When the patient comes of age. Null until it was read. */
  readonly majorityDay: number | null
  /** Legal holds in force. */
  readonly holds: number
  /** The decision to erase it. The table refuses one while there is a hold. */
  readonly erasureId: string | null
  readonly version: number
}

/** Both are encrypted with the key of the patient, and are erased together. */
export const recordYears = ({ medical, financial }: Pick<RetentionYears, 'medical' | 'financial'>): number =>
  Math.max(medical, financial)

const plusYears = (day: number, years: number): number =>
  dayOf(Temporal.PlainDate.from(dateOf(day)).add({ years }).toString())

export const majorityDayOf = (birthDate: string, { majorityAge }: Pick<RetentionPolicy, 'majorityAge'>): number =>
  plusYears(dayOf(birthDate), majorityAge)

/** The last day on which it has to be kept: years after the last activity, and of a minor after they come of age. */
export const keptUntilDay = (
  { activeDay, majorityDay }: Pick<RetainedRecord, 'activeDay' | 'majorityDay'>,
  years: number,
): number => plusYears(Math.max(activeDay, majorityDay ?? activeDay), years)

/** A record that was last used before this day has no day left on which it has to be kept. On 29 February, 28 February is over, too. */
export const dueBeforeDay = (today: number, years: number): number => {
  const day = plusYears(today, -years)
  return plusYears(day, years) < today ? day + 1 : day
}

export const knownRecord = (found: RetainedRecord | null, id: string, activeDay: number): RetainedRecord =>
  found ?? { id, activeDay, majorityDay: null, holds: 0, erasureId: null, version: 0 }

/** Refused once the erasure was decided: the keys may be gone already. */
export const holdRecord = (before: RetainedRecord): RetainedRecord => {
  if (before.erasureId !== null) throw erasureApproved()
  return { ...before, holds: before.holds + 1, version: before.version + 1 }
}

export const releaseRecord = (before: RetainedRecord): RetainedRecord => ({
  ...before,
  holds: before.holds - 1,
  version: before.version + 1,
})

export interface Erasure {
  readonly id: string
  readonly patientId: string
  readonly basis: ErasureBasis
  readonly status: Schemas['ErasureStatus']
  readonly approvedAt: Date
  readonly approvedBy: string
  readonly erasedAt: Date | null
  /** As it was signed. */
  readonly certificate: string | null
  readonly signature: string | null
  readonly version: number
}

interface Approval {
  readonly id: string
  readonly basis: ErasureBasis
  readonly by: string
  readonly now: Date
  /** On the clock of the organization. */
  readonly today: number
  readonly years: number
}

/** A hold wins over every basis; only a law of the state ends the time of a record earlier. */
export const approveErasureOf = (
  before: RetainedRecord,
  { id, basis, by, now, today, years }: Approval,
): { readonly record: RetainedRecord; readonly erasure: Erasure } => {
  if (before.erasureId !== null) throw erasureApproved()
  if (before.holds > 0) throw recordHeld()
  const keptUntil = keptUntilDay(before, years)
  if (basis === 'retention-ended' && today <= keptUntil) throw recordMustBeKept(dateOf(keptUntil))
  return {
    record: { ...before, erasureId: id, version: before.version + 1 },
    erasure: {
      ...{ id, patientId: before.id, basis, status: 'approved', approvedAt: now, approvedBy: by },
      ...{ erasedAt: null, certificate: null, signature: null, version: 1 },
    },
  }
}

/** Ids of patients are UUIDv7: they begin with the time of the registration. */
export const registeredAt = (patientId: string): Date =>
  new Date(Number.parseInt(patientId.replaceAll('-', '').slice(0, 12), 16))

/** Days after which what the ledger says of a record is stored here too: accesses may be removed before the record. */
const unstoredDays = 180

/**
 * What a look at a record changes, or null: its last activity, if the record seemed due or the activity is some time ago. `today` and
 * `dueBefore` are days; a record last used before `dueBefore` may be due.
 */
export const reviewRecord = (
  before: RetainedRecord,
  activeDay: number,
  { today, dueBefore }: { readonly today: number; readonly dueBefore: number },
): RetainedRecord | null => {
  const isOld = activeDay <= today - unstoredDays
  const isNew = before.version === 0 || activeDay > before.activeDay
  if (!isNew || !(isOld || before.activeDay < dueBefore)) return null
  return { ...before, activeDay, version: before.version + 1 }
}
