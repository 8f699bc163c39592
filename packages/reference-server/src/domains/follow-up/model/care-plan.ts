import type { components } from '@visitkit/contract'
import type { FaultyProperty } from '../../../platform/problems/problem.ts'
import { invalidRequest, versionConflict } from '../problems.ts'

type Schemas = components['schemas']

/** The goals of patient and care team, and the activities to reach them. FHIR: CarePlan with Goal. */
export interface CarePlan extends CarePlanContent {
  readonly patientId: string
  readonly changedAt: Date | null
  /** 0 if there is no plan yet. */
  readonly version: number
}
/** Encrypted. */
export interface CarePlanContent {
  readonly goals: Schemas['CarePlan']['goals']
  readonly activities: Schemas['CarePlan']['activities']
}

export const noCarePlan = (patientId: string): CarePlan => ({
  patientId,
  goals: [],
  activities: [],
  changedAt: null,
  version: 0,
})

/** Throws `version_conflict`, and `invalid_request` for duplicate ids. */
export const replaceCarePlan = (
  before: CarePlan,
  { goals, activities, version }: CarePlanContent & { readonly version: number },
  now: Date,
): CarePlan => {
  if (before.version !== version) throw versionConflict()
  const faults = [...repeated('goals', goals), ...repeated('activities', activities)]
  if (faults.length > 0) throw invalidRequest(faults)
  return { ...before, goals, activities, changedAt: now, version: version + 1 }
}

const repeated = (list: string, entries: readonly { readonly id: string }[]): FaultyProperty[] =>
  entries.flatMap(({ id }, at) =>
    entries.findIndex((entry) => entry.id === id) < at
      ? [{ pointer: `/${list}/${at}/id`, code: 'repeated', message: 'Each entry needs an id of its own.' }]
      : [],
  )

export const presentCarePlan = ({
  patientId,
  goals,
  activities,
  changedAt,
  version,
}: CarePlan): Schemas['CarePlan'] => ({
  patientId,
  goals,
  activities,
  ...(changedAt && { changedAt: changedAt.toISOString() }),
  version,
})
