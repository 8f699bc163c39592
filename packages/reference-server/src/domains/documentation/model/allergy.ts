import type { components } from '@visitkit/contract'
import { versionConflict } from '../problems.ts'

type Schemas = components['schemas']
export type AllergyStatus = Schemas['Allergy']['status']
export type AllergySubstance = Schemas['AllergySubstance']

/** The PHI of an allergy apart from its existence, encrypted as one value. */
export interface AllergyContent {
  readonly substance: AllergySubstance
  readonly reaction?: string
  readonly severity: Schemas['Allergy']['severity']
}

/** A substance that must not be given to a patient. FHIR: AllergyIntolerance. */
export interface Allergy extends AllergyContent {
  readonly id: string
  readonly patientId: string
  readonly status: AllergyStatus
  readonly notedAt: Date
  readonly version: number
}

/** Null if nothing changes. Throws `version_conflict`. */
export const changeStatus = (allergy: Allergy, status: AllergyStatus, read: number): Allergy | null => {
  if (allergy.version !== read) throw versionConflict()
  return allergy.status === status ? null : { ...allergy, status, version: allergy.version + 1 }
}
