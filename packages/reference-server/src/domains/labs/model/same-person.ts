import type { ReportedPerson } from '../../../vendors/laboratory/report.ts'

/** The attributes of a patient that are compared. */
export interface KnownIdentity {
  readonly name: { readonly given: string; readonly family: string }
  /** ISO date. */
  readonly birthDate: string
}

/**
 * Whether a report is about the patient of the order that it names. Family name, first given name and birth date must match, ignoring case,
 * accents, spaces and punctuation, which laboratories drop. A report without a birth date never matches.
 */
export const isSamePerson = (reported: ReportedPerson, patient: KnownIdentity): boolean => {
  if (reported.birthDate !== patient.birthDate) return false
  const [family, given] =
    patient.name.family === '' ? [patient.name.given, ''] : [patient.name.family, patient.name.given]
  return comparable(reported.family) === comparable(family) && firstOf(reported.given) === firstOf(given)
}

/** Whether the laboratory names the same person in two reports. */
export const isSameReportedPerson = (one: ReportedPerson, other: ReportedPerson): boolean =>
  one.birthDate === other.birthDate &&
  comparable(one.family) === comparable(other.family) &&
  comparable(one.given) === comparable(other.given)

/** Middle names and initials are not always sent. */
const firstOf = (given: string): string => comparable(given.trim().split(/\s+/)[0] ?? '')

const comparable = (name: string): string => {
  const letters = name
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
  // A name of punctuation only is still a name.
  return letters === '' ? name.trim() : letters
}
