import type { ReportedPerson } from '../../../vendors/laboratory/report.ts'

/** What is compared of a patient. */
export interface KnownIdentity {
  readonly name: { readonly given: string; readonly family: string }
  /** ISO date. */
  readonly birthDate: string
}

/**
 * Whether a report is about the patient whose order it names. Family name, first given name and birth date all have to agree, apart
 * from case, accents, spaces and punctuation, which laboratories drop. A report without a birth date proves nothing.
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

/** Middle names and initials come and go. */
const firstOf = (given: string): string => comparable(given.trim().split(/\s+/)[0] ?? '')

const comparable = (name: string): string => {
  const letters = name
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
  // A name of signs alone is still a name.
  return letters === '' ? name.trim() : letters
}
