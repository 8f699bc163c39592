import type { ReportedPerson } from '../../../vendors/laboratory/report.ts'
import { foldName } from '../../../platform/names/fold-name.ts'
import { matchName, sameNameScore } from '../../../platform/names/match-name.ts'
import type { PersonNames } from '../../../platform/names/person-name.ts'

/** The attributes of a patient that are compared. */
export interface KnownIdentity extends PersonNames {
  /** ISO date. */
  readonly birthDate: string
}

/**
 * Whether a report is about the patient of the order that it names: the same birth date, and one of the patient's names, as systems write
 * it. A report without a birth date never matches.
 */
export const isSamePerson = (reported: ReportedPerson, patient: KnownIdentity): boolean =>
  reported.birthDate === patient.birthDate && matchName(reported, patient).score >= sameNameScore

/** Whether the laboratory names the same person in two reports: the same letters, because it knows no other names. */
export const isSameReportedPerson = (one: ReportedPerson, other: ReportedPerson): boolean =>
  one.birthDate === other.birthDate &&
  foldName(one.family) === foldName(other.family) &&
  foldName(one.given) === foldName(other.given)
