import type { components } from '@visitkit/contract'
import { versionConflict } from '../problems.ts'

type Schemas = components['schemas']
export type ReportedMedicationStatus = Schemas['ReportedMedication']['status']

/** More entries of one patient, active or ended, are not accepted: a longer list is not read by anyone. */
export const maxReportedMedications = 200

/** The PHI of a reported medication apart from its existence, encrypted as one value. */
export interface ReportedMedicationContent {
  readonly medication: Schemas['ReportedMedicine']
  readonly directions?: string
}

/** What a patient takes that was not prescribed here. FHIR: MedicationStatement. */
export interface ReportedMedication extends ReportedMedicationContent {
  readonly id: string
  readonly patientId: string
  readonly status: ReportedMedicationStatus
  readonly reportedBy: Schemas['MedicationReporter']
  readonly reportedAt: Date
  /** Null while it is active. */
  readonly endedAt: Date | null
  readonly version: number
}

/** The content alone, as it is encrypted. Directions of spaces are none. */
export const reportedContentOf = ({
  medication: { name, rxcui },
  directions,
}: ReportedMedicationContent): ReportedMedicationContent => ({
  medication: { ...(rxcui !== undefined && { rxcui }), name: name.trim() },
  ...(directions !== undefined && directions.trim() !== '' && { directions: directions.trim() }),
})

/** Null if nothing changes. Throws `version_conflict`. */
export const changeReportedMedication = (
  before: ReportedMedication,
  change: ReportedMedicationContent & { readonly status: ReportedMedicationStatus; readonly version: number },
  now: Date,
): ReportedMedication | null => {
  if (before.version !== change.version) throw versionConflict()
  const content = reportedContentOf(change)
  const isSame =
    before.status === change.status && JSON.stringify(reportedContentOf(before)) === JSON.stringify(content)
  if (isSame) return null
  const { id, patientId, reportedBy, reportedAt, version } = before
  const endedAt = change.status === 'active' ? null : before.status === change.status ? before.endedAt : now
  return { ...content, id, patientId, reportedBy, reportedAt, endedAt, status: change.status, version: version + 1 }
}
