import type { ReadContext } from '../../../platform/contracts/context.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { localTimeIn } from '../model/monitor/local-time.ts'
import {
  knownRecord,
  majorityDayOf,
  recordYears,
  registeredAt,
  type RetainedRecord,
  type RetentionSchedule,
} from '../model/retention.ts'
import type { ComplianceContext } from '../ports.ts'
import { findRetainedRecord, listLastChanges } from '../store/retained-records.ts'
import { findSchedule } from '../store/retention-schedules.ts'

type RetentionPorts = Pick<ComplianceContext, 'directory' | 'retention' | 'settleAccesses'>

export interface RetentionRules {
  readonly schedule: RetentionSchedule | null
  /** Of a patient's record. */
  readonly years: number
  /** On the clock of the organization. */
  readonly today: number
  readonly dayOfMoment: (at: Date) => number
}

/** How long this organization keeps records, and its day. */
export const gatherRules = async (
  context: ReadContext,
  { directory, retention }: Pick<RetentionPorts, 'directory' | 'retention'>,
): Promise<RetentionRules> => {
  const [schedule, { zone }] = await Promise.all([findSchedule(context.db), directory.organization(context)])
  const dayOfMoment = (at: Date): number => localTimeIn(zone)(at.getTime()).day
  return {
    schedule,
    years: recordYears(schedule ?? retention.years),
    today: dayOfMoment(context.now),
    dayOfMoment,
  }
}

export interface LoadedRecord extends RetentionRules {
  /** As stored; version 0 if nothing was. */
  readonly before: RetainedRecord
  /** With what was done in it until now. */
  readonly record: RetainedRecord
}

/** Throws `not_found`. Decrypts the patient's record for the day on which they come of age, and records the access. */
export const gatherRecord = async (
  context: ReadContext,
  ports: RetentionPorts,
  patientId: string,
): Promise<LoadedRecord> => {
  await ports.directory.patientZone(context, patientId)
  await ports.settleAccesses()
  const [rules, found, changes, birthDays] = await Promise.all([
    gatherRules(context, ports),
    findRetainedRecord(context.db, patientId),
    listLastChanges(context.db, [patientId]),
    ports.directory.birthDays(context, [patientId]),
  ])
  const birth = birthDays.get(patientId)
  if (birth === undefined) throw notFound('patient erased')
  const activeDay = activeDayOf(patientId, found, changes.get(patientId), rules)
  const before = knownRecord(found, patientId, activeDay)
  return {
    ...rules,
    before,
    record: { ...before, activeDay, majorityDay: majorityDayOf(birth.birthDate, ports.retention) },
  }
}

/** The later one of what is stored and what the ledger says; without both the registration. */
export const activeDayOf = (
  patientId: string,
  found: Pick<RetainedRecord, 'activeDay'> | null,
  changedAt: Date | undefined,
  { dayOfMoment }: Pick<RetentionRules, 'dayOfMoment'>,
): number => {
  const days = [...(found ? [found.activeDay] : []), ...(changedAt ? [dayOfMoment(changedAt)] : [])]
  return days.length > 0 ? Math.max(...days) : dayOfMoment(registeredAt(patientId))
}
