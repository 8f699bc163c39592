import type { components } from '@visitkit/contract'

/** The interface of a drug knowledge service. It receives codes only: no name, date of birth or id of a patient. */

export type Alert = components['schemas']['PrescriptionAlert']
type LocalizedText = components['schemas']['LocalizedText']

/** What a check knows, where it comes from and of which day. Shown to clinicians. */
export type CheckSource = components['schemas']['DrugKnowledgeSource']
export type DrugLabel = components['schemas']['DrugLabel']

export interface CheckedMedication {
  readonly rxcui: string
  readonly name: string
  readonly ingredients: readonly { readonly rxcui: string; readonly name: string }[]
}

export interface KnownAllergy {
  /** RxNorm ingredient, if the allergy is coded to a drug. */
  readonly rxcui?: string
  readonly name: string
  readonly severity: 'mild' | 'moderate' | 'severe' | 'unknown'
}

export interface CheckContext {
  /** The patient's medications, without the one that is checked. */
  readonly medications: readonly CheckedMedication[]
  /** Null if allergies were not asked about. An empty list means that there are none. */
  readonly allergies: readonly KnownAllergy[] | null
}

/** The result of a check, before it has an id. Two findings of the same kind about the same codes are the same finding. */
export interface Finding {
  readonly kind: Alert['kind']
  readonly severity: Alert['severity']
  /** The codes that it is about, in any order. Together with the medication and the severity they determine the alert's id. */
  readonly about: readonly string[]
  readonly with?: string
  readonly text: readonly LocalizedText[]
  /** Where it was found. Not part of its identity: a reason that was given holds for the next release. */
  readonly source?: CheckSource
}

export interface DrugChecks {
  /** The name of the service, for the record: shown to clinicians and stored with the alerts. */
  readonly name: string
  /** What the checks know. Absent for a service that does not say. */
  readonly sources?: readonly CheckSource[]
  /** The label of a medication, to be read by a clinician; null if there is none. Nothing is concluded from it. */
  label?(rxcui: string): Promise<DrugLabel | null>
  /**
   * Rejects if the check is incomplete. An empty list means that everything was checked without a finding: each medication and each allergy
   * that the service does not know, coded or not, is a finding `check-unavailable`.
   */
  check(medication: CheckedMedication, context: CheckContext, signal: AbortSignal): Promise<readonly Finding[]>
}
