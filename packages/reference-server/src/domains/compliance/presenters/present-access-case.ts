import type { AccessCase, CaseReason } from '../model/monitor/access-case.ts'
import { dateOf } from '../model/monitor/local-time.ts'
import type { FlagCode } from '../model/monitor/monitor-policy.ts'

export interface PresentedCase {
  readonly memberId: string
  /** `2026-11-30` */
  readonly date: string
  readonly score: number
  readonly reasons: readonly { readonly code: FlagCode; readonly points: number; readonly text: string }[]
}

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const sentences: Readonly<Record<FlagCode, (reason: CaseReason) => string>> = {
  household: () => 'Shares a home address with the patient.',
  'former-household': () => 'Shares a former home address with the patient.',
  confidential: () => 'The patient is confidential.',
  'co-worker': () => 'The patient is a colleague.',
  'surname-and-postal-code': () => 'Has the same surname and postal code as the patient.',
  self: () => 'Opened their own record.',
  deceased: () => 'The patient died some time ago.',
  emergency: () => 'The record was opened as an emergency.',
  'emergency-not-documented': () => 'The emergency was not documented in time.',
  'after-hours': ({ firstMinute }) => `After hours, first at ${timeOf(firstMinute ?? 0)}, and not on a shift.`,
  unexplained: ({ accesses, patients, firstMinute }) =>
    `No appointment, order, task or message links them: ${counted(accesses, 'access', 'accesses')} to ` +
    `${counted(patients, 'patient', 'patients')}, first at ${timeOf(firstMinute ?? 0)}.`,
  sensitive: ({ accesses }) => `Opened sensitive data: ${counted(accesses, 'access', 'accesses')}.`,
  'dormant-account': () => 'The account had not been used for a long time.',
  'disabled-account': () => 'The account had been disabled.',
  volume: ({ patients, value }) =>
    `Far more unexplained patients in one day than others of the same role: ${patients} (z ${(value ?? 0).toFixed(1)}).`,
  'slow-collection': ({ value }) =>
    `A few more unexplained patients than others of the same role, for many days (sum ${Math.round(value ?? 0)}).`,
  'search-enumeration': ({ value }) => `Tried records one after the other: ${Math.round(value ?? 0)} in one day.`,
}

/** Each reason as a sentence. A case names a day and a member, and no patient: names are read, and recorded, when the case is opened. */
export const presentAccessCase = ({ memberId, day, score, reasons }: AccessCase): PresentedCase => ({
  memberId,
  date: dateOf(day),
  score,
  reasons: reasons.map((reason) => ({
    code: reason.code,
    points: reason.points,
    text: sentences[reason.code](reason),
  })),
})
