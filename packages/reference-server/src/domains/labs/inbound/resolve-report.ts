import type { LaboratoryReport, ReportedPerson } from '../../../vendors/laboratory/report.ts'
import { laboratoryIdOf, readPlacerNumber, type LabOrder } from '../model/lab-order.ts'
import type { LabResult } from '../model/lab-result.ts'
import { isSameTest } from '../model/lab-test.ts'
import { placeInOrder, type Place } from '../model/place-report.ts'
import { isSamePerson, isSameReportedPerson } from '../model/same-person.ts'
import type { UnmatchedReason } from '../model/unmatched.ts'
import type { EncryptedOrder, ReportedTests } from '../store/orders.ts'
import type { EncryptedResult } from '../store/results.ts'

/** The order to which a report belongs, or why it is not known. */
export type Resolved =
  | {
      readonly kind: 'matched'
      readonly order: LabOrder
      readonly reported: ReportedTests
      /** The results of the order with the report's number. */
      readonly earlier: readonly LabResult[]
      readonly place: Place
      readonly matchedPerson: ReportedPerson | null
    }
  | { readonly kind: 'unmatched'; readonly reason: UnmatchedReason; readonly patientId: string | null }

/** What was gathered for the reports of a message, still encrypted. */
export interface Known {
  /** Named by the reports, or the orders of `results`. */
  readonly orders: readonly EncryptedOrder[]
  /** With the numbers of the reports. */
  readonly results: readonly EncryptedResult[]
}

/**
 * Finds the order of a report: by the laboratory's number if a person has matched it before under the same name, else by our placer number
 * together with the patient's identity. Either alone is not enough. An order belongs to one laboratory: what another sends about it waits
 * for a person. A patient is never created.
 */
export const resolveReport = async (
  report: LaboratoryReport,
  /** The laboratory that sent it. */
  laboratoryId: string,
  known: Known,
  patientOf: (patientId: string) => Promise<Parameters<typeof isSamePerson>[1]>,
): Promise<Resolved> => {
  const earlier = await Promise.all(
    known.results.filter(({ fillerNumber }) => fillerNumber === report.fillerNumber).map((each) => each.decrypt()),
  )
  const decided = earlier.filter(
    ({ content }) => content.matchedPerson !== null && isSameReportedPerson(content.matchedPerson, report.person),
  )
  const matchTo = ({ order, reported }: FoundOrder, place: Place, matchedPerson: ReportedPerson | null): Resolved => {
    const ofOrder = earlier.filter(({ orderId }) => orderId === order.id)
    return { kind: 'matched', order, reported, earlier: ofOrder, place, matchedPerson }
  }
  const followed = await follow(known, report, decided)
  if (followed !== null) return matchTo(followed, followed.place, followed.of.content.matchedPerson)

  const named = readPlacerNumber(report.placerNumber)
  const order = await decryptFound(known.orders.find(({ groupNumber }) => groupNumber === named?.groupNumber))
  // A later report may name only the laboratory's own number.
  const fallback = report.placerNumber === '' ? await follow(known, report, earlier) : null
  const target = order ?? fallback
  if (target === null) return { kind: 'unmatched', reason: 'unknown-order', patientId: null }
  const { patientId, status } = target.order
  const patient = await patientOf(patientId)
  if (!isSamePerson(report.person, patient)) return { kind: 'unmatched', reason: 'identity-differs', patientId }
  const place = fallback?.place ?? placeInOrder(target.order, report)
  if (place === null) return { kind: 'unmatched', reason: 'unknown-order', patientId }
  if (laboratoryIdOf(target.order) !== laboratoryId)
    return { kind: 'unmatched', reason: 'foreign-laboratory', patientId }
  if (status === 'cancelled') return { kind: 'unmatched', reason: 'order-cancelled', patientId }
  return matchTo(target, place, null)
}

interface FoundOrder {
  readonly order: LabOrder
  readonly reported: ReportedTests
}

const decryptFound = async (found: EncryptedOrder | undefined): Promise<FoundOrder | null> =>
  found === undefined ? null : { order: await found.decrypt(), reported: found.reported }

/**
 * The test to which earlier results under a report's number assign it: the one with the report's own test, or the one that it is a part of,
 * else its test in their order. A number identifies a specimen and often covers several tests, so it decides nothing alone. Null if more
 * than one test fits.
 */
const follow = async (
  { orders }: Pick<Known, 'orders'>,
  report: LaboratoryReport,
  earlier: readonly LabResult[],
): Promise<(FoundOrder & { readonly place: Place; readonly of: LabResult }) | null> => {
  const [first] = earlier
  if (first === undefined) return null
  const ofTest = earlier.filter(({ content }) => isSameTest(content.test, report.test))
  const candidates = ofTest.length === 0 && report.parent !== '' ? earlier : ofTest
  const [only, ...others] = candidates
  const isOnly = only !== undefined && others.length === 0
  if (!isOnly && earlier.some(({ orderId }) => orderId !== first.orderId)) return null
  const of = isOnly ? only : first
  const found = await decryptFound(orders.find(({ id }) => id === of.orderId))
  if (found === null) throw new Error('the order of a laboratory result was not gathered')
  const place: Place | null = isOnly ? { kind: 'at', position: only.position } : placeInOrder(found.order, report)
  return place === null ? null : { ...found, place, of }
}
