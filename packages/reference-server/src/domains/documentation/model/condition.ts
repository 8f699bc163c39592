import type { components } from '@visitkit/contract'
import { versionConflict } from '../problems.ts'
import type { NoteDiagnosis } from './note.ts'

export type ConditionStatus = components['schemas']['ChartCondition']['status']

/** A diagnosis from a patient's signed notes. FHIR: Condition. */
export interface Condition extends NoteDiagnosis {
  readonly id: string
  readonly patientId: string
  readonly status: ConditionStatus
  readonly firstNotedAt: Date
  readonly lastNotedAt: Date
  readonly lastNoteId: string
  /** When it was marked as resolved or entered in error. */
  readonly endedAt: Date | null
  readonly version: number
}

/** Null if nothing changes. Throws `version_conflict`. */
export const changeConditionStatus = (
  condition: Condition,
  status: ConditionStatus,
  read: number,
  now: Date,
): Condition | null => {
  if (condition.version !== read) throw versionConflict()
  if (condition.status === status) return null
  return { ...condition, status, endedAt: status === 'active' ? null : now, version: condition.version + 1 }
}
