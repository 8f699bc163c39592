import type { components } from '@visitkit/contract'

/**
 * The seam behind which a drug-knowledge service stands. Whatever it is, it is asked with codes: no name, birth date or id of a patient
 * reaches it.
 */

export type Alert = components['schemas']['PrescriptionAlert']
type LocalizedText = components['schemas']['LocalizedText']

export interface CheckedMedication {
  readonly rxcui: string
  readonly name: string
  readonly ingredients: readonly { readonly rxcui: string; readonly name: string }[]
}

export interface KnownAllergy {
  /** RxNorm ingredient, where it is a drug that somebody coded. */
  readonly rxcui?: string
  readonly name: string
  readonly severity: 'mild' | 'moderate' | 'severe' | 'unknown'
}

export interface CheckContext {
  /** What the patient takes, the checked medicine aside. */
  readonly medications: readonly CheckedMedication[]
  /** Null while nobody has asked the patient: an empty list would say that there are none. */
  readonly allergies: readonly KnownAllergy[] | null
}

/** What a check found, before it has an id. Two findings of the same kind about the same codes are the same finding. */
export interface Finding {
  readonly kind: Alert['kind']
  readonly severity: Alert['severity']
  /** Codes of what it is about, in any order: with the medicine and the severity they make the alert's id. */
  readonly about: readonly string[]
  readonly with?: string
  readonly text: readonly LocalizedText[]
}

export interface DrugChecks {
  /** What it is, for the record: shown to clinicians, stored with the alerts. */
  readonly name: string
  /** Rejects when it cannot be made in full. An empty list says that everything was looked at and nothing found. */
  check(medication: CheckedMedication, context: CheckContext, signal: AbortSignal): Promise<readonly Finding[]>
}
