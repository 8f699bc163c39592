import type { components } from '@visitkit/contract'
import type { StoredLegalHold } from '../model/legal-hold.ts'
import { dateOf } from '../model/monitor/local-time.ts'
import {
  keptUntilDay,
  retentionClasses,
  type Erasure,
  type RetainedRecord,
  type RetentionPolicy,
  type RetentionSchedule,
} from '../model/retention.ts'
import type { MemberNames } from './present-access-cases.ts'

type Schemas = components['schemas']

const memberOf = (memberId: string, names: MemberNames) => ({
  memberId,
  displayName: names.get(`member:${memberId}`) ?? null,
})

export const presentSchedule = (
  schedule: RetentionSchedule | null,
  { years, leastYears, majorityAge }: RetentionPolicy,
  names: MemberNames,
): Schemas['RetentionSchedule'] => ({
  periods: retentionClasses.map((each) => ({
    class: each,
    years: (schedule ?? years)[each],
    leastYears: leastYears[each],
  })),
  majorityAge,
  ...(schedule && { changedAt: schedule.changedAt.toISOString(), changedBy: memberOf(schedule.changedBy, names) }),
  version: schedule?.version ?? 0,
})

export const presentDueRecord = (
  record: RetainedRecord,
  years: number,
  patient: Schemas['PatientSummary'] | undefined,
): Schemas['DueRecord'] => ({
  patientId: record.id,
  ...(patient && { patient }),
  lastActiveOn: dateOf(record.activeDay),
  keptUntil: dateOf(keptUntilDay(record, years)),
  isHeld: record.holds > 0,
})

export const presentErasure = (erasure: Erasure, names: MemberNames): Schemas['RecordErasure'] => {
  const { id, patientId, basis, status, approvedAt, approvedBy, erasedAt, certificate, signature } = erasure
  return {
    ...{ id, patientId, basis, status },
    approvedAt: approvedAt.toISOString(),
    approvedBy: memberOf(approvedBy, names),
    ...(erasedAt && { erasedAt: erasedAt.toISOString() }),
    ...(certificate !== null && signature !== null && { certificate: { text: certificate, signature } }),
  }
}

export const presentLegalHold = (
  hold: StoredLegalHold,
  names: MemberNames,
  patient?: Schemas['PatientSummary'],
): Schemas['LegalHold'] => {
  const { id, patientId, reason, text, placedAt, placedBy, releasedAt, releasedBy, releaseReason, version } = hold
  return {
    ...{ id, patientId, reason, text, version },
    ...(patient && { patient }),
    placedAt: placedAt.toISOString(),
    placedBy: memberOf(placedBy, names),
    ...(releasedAt && { releasedAt: releasedAt.toISOString() }),
    ...(releasedBy !== null && { releasedBy: memberOf(releasedBy, names) }),
    ...(releaseReason !== undefined && { releaseReason }),
  }
}
