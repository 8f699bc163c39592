import type {
  LaboratoryReport,
  ReportedDocument,
  ReportedObservation,
  ReportedPerson,
} from '../../../vendors/laboratory/report.ts'
import type { CriticalClock } from './critical-clock.ts'
import type { LimitComparison } from './critical-limits.ts'
import type { LocalizedText } from './lab-test.ts'

/** A file, and the message that contains it. */
export interface ResultDocument extends ReportedDocument {
  /** Unique among the files of an organization. */
  readonly id: string
  /** SHA-256 of the message, hexadecimal. */
  readonly digest: string
  readonly part: number
}

/** A measurement as it is when its message has arrived: compared with the limits of the organization, its file named. */
export interface ReceivedObservation extends ReportedObservation {
  readonly limit?: LimitComparison
  readonly document?: ResultDocument
}

/** A report whose measurements were compared with the limits of the organization. */
export interface ReceivedReport extends LaboratoryReport {
  readonly observations: readonly ReceivedObservation[]
  /** The unit of these measurements contradicts their test. They wait for a person; the rest of the report does not. */
  readonly contradicts?: 'unit'
  /** Of one that waits for another reason: the laboratory names another person than the patient of the order. */
  readonly isOfAnother?: true
}

export interface ResultObservation extends ReceivedObservation {
  /** The laboratory's date of the report with this value, RFC 3339. */
  readonly reportedAt: string | null
  /** What a correction replaced. `at` is when the correction arrived, RFC 3339. */
  readonly replaced: {
    readonly value: string | null
    readonly unit: string | null
    /** The unit as a code of UCUM. Absent if the laboratory did not call it one. */
    readonly ucum?: string
    readonly at: string
  } | null
}

/** A report together with the values of earlier reports that it omits. */
export interface MergedReport extends ReceivedReport {
  readonly observations: readonly ResultObservation[]
}

export type ResultStatus = LaboratoryReport['status']

/** What a reader sees of a result. */
export interface ShownContent {
  readonly status: ResultStatus
  readonly abnormal: boolean
  readonly test: { readonly code: string; readonly loinc: string; readonly name: readonly LocalizedText[] }
  /** It was not ordered, e.g. a reflex test. Absent in results from before this was known. */
  readonly isExtra?: boolean
  /** The ordered panel of which it is a member, reported by itself. */
  readonly partOf?: readonly LocalizedText[]
  readonly laboratory: string
  readonly laboratoryAddress?: string
  /** RFC 3339. */
  readonly collectedAt?: string
  readonly specimen?: string
  /** The laboratory's comment on the whole report, if no measurement came with it. */
  readonly note?: string
  readonly observations: readonly ResultObservation[]
  /** The reviewer's comment to the patient about these values. */
  readonly comment: string | null
}

/** The PHI of a result: encrypted as one value. */
export interface ResultContent extends ShownContent {
  /** What the patient sees, if that is not all of this: the released values, with their own corrections. */
  readonly released: ShownContent | null
  /** The person whom the laboratory named, if a member decided that it is this patient. Later reports under that name follow. */
  readonly matchedPerson: ReportedPerson | null
}

/** FHIR: DiagnosticReport, category LAB, with its Observations. */
export interface LabResult {
  readonly id: string
  readonly orderId: string
  readonly patientId: string
  readonly practitionerId: string
  /** The position of the test in the order, starting at 1; after the last one if it was not ordered. */
  readonly position: number
  /** Sending application and facility. Filler numbers are unique within one source. */
  readonly source: string
  readonly fillerNumber: string
  readonly clock: CriticalClock | null
  readonly reviewedAt: Date | null
  /** Member. */
  readonly reviewedBy: string | null
  readonly releasedAt: Date | null
  /** The version in which what the patient sees was released or last corrected. */
  readonly releasedVersion: number | null
  readonly correctedAfterReview: boolean
  /** Arrival of the first report. `reportedAt` is the laboratory's date of its latest report. */
  readonly receivedAt: Date
  readonly reportedAt: Date | null
  readonly content: ResultContent
  readonly version: number
}

/** What the patient sees of a result; null before its release. */
export const releasedContent = ({ releasedVersion, content }: LabResult): ShownContent | null =>
  releasedVersion === null ? null : (content.released ?? content)
