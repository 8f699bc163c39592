import type { components } from '@visitkit/contract'
import { versionConflict } from '../problems.ts'

type Schemas = components['schemas']
export type AllergyStatus = Schemas['Allergy']['status']
export type AllergySubstance = Schemas['AllergySubstance']

/** What of an allergy is PHI beyond that there is one: sealed as one value. */
export interface AllergyContent {
  readonly substance: AllergySubstance
  readonly reaction?: string
  readonly severity: Schemas['Allergy']['severity']
}

/** What a patient must not be given. FHIR: AllergyIntolerance. */
export interface Allergy extends AllergyContent {
  readonly id: string
  readonly patientId: string
  readonly status: AllergyStatus
  readonly notedAt: Date
  readonly version: number
}

/** Null when it stands so already. Throws `version_conflict`. */
export const changeStatus = (allergy: Allergy, status: AllergyStatus, read: number): Allergy | null => {
  if (allergy.version !== read) throw versionConflict()
  return allergy.status === status ? null : { ...allergy, status, version: allergy.version + 1 }
}
