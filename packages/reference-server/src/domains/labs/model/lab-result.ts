import type { LaboratoryReport, ReportedObservation, ReportedPerson } from '../../../vendors/laboratory/report.ts'
import type { CriticalClock } from './critical-clock.ts'
import type { LocalizedText } from './lab-test.ts'

export interface ResultObservation extends ReportedObservation {
  /** As the laboratory dates the report that said it, RFC 3339. */
  readonly reportedAt: string | null
  /** What a correction took the place of. `at` is when the correction arrived, RFC 3339. */
  readonly replaced: { readonly value: string | null; readonly unit: string | null; readonly at: string } | null
}

/** A report with what earlier ones said that it leaves out. */
export interface MergedReport extends LaboratoryReport {
  readonly observations: readonly ResultObservation[]
}

export type ResultStatus = LaboratoryReport['status']

/** What a reader is shown of a result. */
export interface ShownContent {
  readonly status: ResultStatus
  readonly abnormal: boolean
  readonly test: { readonly code: string; readonly loinc: string; readonly name: readonly LocalizedText[] }
  readonly laboratory: string
  readonly observations: readonly ResultObservation[]
  /** What the reviewer wrote to the patient about these values. */
  readonly comment: string | null
}

/** What of a result is PHI: sealed as one value. */
export interface ResultContent extends ShownContent {
  /** What the patient sees, where that is not all of this: what was released, with its own values corrected. */
  readonly released: ShownContent | null
  /** Whom the laboratory named, where a person decided that it is this patient: later reports under that name follow. */
  readonly matchedPerson: ReportedPerson | null
}

/** FHIR: DiagnosticReport, category LAB, with its Observations. */
export interface LabResult {
  readonly id: string
  readonly orderId: string
  readonly patientId: string
  readonly practitionerId: string
  /** Which test of the order, counted from 1. */
  readonly position: number
  /** Sending application and facility: filler numbers are its own. */
  readonly source: string
  readonly fillerNumber: string
  readonly clock: CriticalClock | null
  readonly reviewedAt: Date | null
  /** Member. */
  readonly reviewedBy: string | null
  readonly releasedAt: Date | null
  /** The version in which what the patient sees was released, or corrected last. */
  readonly releasedVersion: number | null
  readonly correctedAfterReview: boolean
  /** First, and as the laboratory dates its latest report. */
  readonly receivedAt: Date
  readonly reportedAt: Date | null
  readonly content: ResultContent
  readonly version: number
}

/** What the patient sees of a result; null before its release. */
export const releasedContent = ({ releasedVersion, content }: LabResult): ShownContent | null =>
  releasedVersion === null ? null : (content.released ?? content)
