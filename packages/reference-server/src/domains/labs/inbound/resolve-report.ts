import type { Reading } from '../../../platform/seams.ts'
import type { LaboratoryReport, ReportedPerson } from '../../../vendors/laboratory/report.ts'
import { readPlacerNumber, type LabOrder } from '../model/lab-order.ts'
import { isSamePerson, isSameReportedPerson } from '../model/same-person.ts'
import type { LabsPorts } from '../ports.ts'
import { findOrderByNumber, readOrder } from '../store/orders.ts'
import { resultsByFiller } from '../store/results.ts'
import type { UnmatchedBecause } from '../store/tables.ts'

/** Where a report belongs, or why that cannot be said. */
export type Resolved =
  | {
      readonly kind: 'matched'
      readonly orderId: string
      readonly position: number
      readonly matchedPerson: ReportedPerson | null
    }
  | { readonly kind: 'unmatched'; readonly because: UnmatchedBecause; readonly patientId: string | null }

/**
 * Finds the order of a report: by the laboratory's number where a person has matched it before under the same name, else by our placer
 * number and the patient's identity together. Either alone is not enough, and a patient is never made up.
 */
export const resolveReport = async (
  reading: Reading,
  directory: Pick<LabsPorts['directory'], 'patient'>,
  source: string,
  report: LaboratoryReport,
): Promise<Resolved> => {
  const earlier = await resultsByFiller(reading.db, reading, source, report.fillerNumber)
  const decided = earlier.find(
    ({ content }) => content.matchedPerson !== null && isSameReportedPerson(content.matchedPerson, report.person),
  )
  if (decided !== undefined) {
    return {
      kind: 'matched',
      orderId: decided.orderId,
      position: decided.position,
      matchedPerson: decided.content.matchedPerson,
    }
  }

  const named = readPlacerNumber(report.placerNumber)
  const order = named === null ? null : await findOrderByNumber(reading.db, reading, named.groupNumber)
  // A later report may name only the laboratory's own number.
  const [only, ...more] = earlier
  const fallback = order === null && report.placerNumber === '' && only !== undefined && more.length === 0 ? only : null
  const target = order ?? (fallback === null ? null : await readOrder(reading.db, reading, fallback.orderId))
  if (target === null) return { kind: 'unmatched', because: 'unknown-order', patientId: null }
  const position = fallback?.position ?? positionOf(target, report, named?.position)
  if (position === null) return { kind: 'unmatched', because: 'unknown-order', patientId: target.patientId }

  const patient = await directory.patient(reading, target.patientId)
  if (!isSamePerson(report.person, patient))
    return { kind: 'unmatched', because: 'identity-differs', patientId: target.patientId }
  if (target.status === 'cancelled')
    return { kind: 'unmatched', because: 'order-cancelled', patientId: target.patientId }
  return { kind: 'matched', orderId: target.id, position, matchedPerson: null }
}

/** The test of the order that a report is about: the one that its number names, else the one of its code. */
export const positionOf = (
  { content }: LabOrder,
  { test }: Pick<LaboratoryReport, 'test'>,
  named: number | undefined,
): number | null => {
  if (named !== undefined && named >= 1 && named <= content.tests.length) return named
  const index = content.tests.findIndex(
    ({ code, loinc }) => code === test.code || (test.loinc !== '' && loinc === test.loinc),
  )
  return index < 0 ? null : index + 1
}
