import type { components } from '@visitkit/contract'
import { dateOf } from '../model/monitor/local-time.ts'
import type { MonitorFact } from '../model/monitor-fact.ts'
import type { StoredCase } from '../model/stored-case.ts'
import type { StoredSuppression } from '../store/access-suppressions.ts'

type Schemas = components['schemas']

/** By `member:id`. */
export type MemberNames = ReadonlyMap<string, string>

const named = (names: MemberNames, memberId: string) => ({
  memberId,
  displayName: names.get(`member:${memberId}`) ?? null,
})

/** Codes and numbers: elements make the sentences. */
export const presentCase = (one: StoredCase, names: MemberNames): Schemas['AccessCase'] => {
  const { id, day, score, status, openedAt, dueAt, escalatedAt, disposition, closedAt, incidentId, version } = one
  return {
    ...{ id, score, status, version },
    member: named(names, one.memberId),
    date: dateOf(day),
    reasons: one.reasons.map(({ firstMinute, value, ...reason }) => ({
      ...reason,
      ...(firstMinute !== null && { firstMinute }),
      ...(value !== null && { value }),
    })),
    accessCount: one.accessIds.length,
    openedAt: openedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    ...(escalatedAt && { escalatedAt: escalatedAt.toISOString() }),
    ...(one.assignedTo !== null && { assignedTo: named(names, one.assignedTo) }),
    ...(disposition !== null && { disposition }),
    ...(one.closedBy !== null && { closedBy: named(names, one.closedBy) }),
    ...(closedAt && { closedAt: closedAt.toISOString() }),
    ...(incidentId !== null && { incidentId }),
  }
}

export const presentSuppression = (one: StoredSuppression, names: MemberNames): Schemas['AccessSuppression'] => ({
  id: one.id,
  member: named(names, one.memberId),
  code: one.code,
  createdAt: one.createdAt.toISOString(),
  createdBy: named(names, one.createdBy),
  until: dateOf(one.untilDay),
  ...(one.endedAt && { endedAt: one.endedAt.toISOString() }),
  reason: one.reason,
  version: one.version,
})

export const presentFact = (
  { id, patientId, kind, memberId, createdAt }: MonitorFact,
  patient: Schemas['PatientSummary'] | undefined,
  names: MemberNames,
): Schemas['MonitorFact'] => ({
  ...{ id, patientId, kind },
  ...(patient && { patient }),
  ...(memberId !== null && { member: named(names, memberId) }),
  createdAt: createdAt.toISOString(),
})
