import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { LaboratoryReport, ReportedPerson } from '../../../vendors/laboratory/report.ts'
import { readPlacerNumber, type LabOrder } from '../model/lab-order.ts'
import type { LabResult } from '../model/lab-result.ts'
import { isSameTest } from '../model/lab-test.ts'
import { isSamePerson, isSameReportedPerson } from '../model/same-person.ts'
import type { LabsPorts } from '../ports.ts'
import { findOrderByNumber, readOrder } from '../store/orders.ts'
import { listResultsByFiller } from '../store/results.ts'
import type { UnmatchedReason } from '../store/tables.ts'

/** The order to which a report belongs, or why it is not known. */
export type Resolved =
  | {
      readonly kind: 'matched'
      readonly orderId: string
      readonly position: number
      readonly matchedPerson: ReportedPerson | null
    }
  | { readonly kind: 'unmatched'; readonly reason: UnmatchedReason; readonly patientId: string | null }

/**
 * Finds the order of a report: by the laboratory's number if a person has matched it before under the same name, else by our placer number
 * together with the patient's identity. Either alone is not enough. A patient is never created.
 */
export const resolveReport = async (
  context: ReadContext,
  directory: Pick<LabsPorts['directory'], 'patient'>,
  source: string,
  report: LaboratoryReport,
): Promise<Resolved> => {
  const earlier = await listResultsByFiller(context.db, context, source, report.fillerNumber)
  const decided = earlier.filter(
    ({ content }) => content.matchedPerson !== null && isSameReportedPerson(content.matchedPerson, report.person),
  )
  const followed = await follow(context, report, decided)
  if (followed !== null) {
    const { order, position, of } = followed
    return { kind: 'matched', orderId: order.id, position, matchedPerson: of.content.matchedPerson }
  }

  const named = readPlacerNumber(report.placerNumber)
  const order = named === null ? null : await findOrderByNumber(context.db, context, named.groupNumber)
  // A later report may name only the laboratory's own number.
  const fallback = report.placerNumber === '' ? await follow(context, report, earlier) : null
  const target = order ?? fallback?.order ?? null
  if (target === null) return { kind: 'unmatched', reason: 'unknown-order', patientId: null }
  const position = fallback?.position ?? positionOf(target, report)
  if (position === null) return { kind: 'unmatched', reason: 'unknown-order', patientId: target.patientId }

  const patient = await directory.patient(context, target.patientId)
  if (!isSamePerson(report.person, patient))
    return { kind: 'unmatched', reason: 'identity-differs', patientId: target.patientId }
  if (target.status === 'cancelled')
    return { kind: 'unmatched', reason: 'order-cancelled', patientId: target.patientId }
  return { kind: 'matched', orderId: target.id, position, matchedPerson: null }
}

/**
 * The test to which earlier results under a report's number assign it: the one with the report's own test, or the one that it is a part of,
 * else its test in their order. A number identifies a specimen and often covers several tests, so it decides nothing alone. Null if more
 * than one test fits.
 */
const follow = async (
  context: ReadContext,
  report: LaboratoryReport,
  earlier: readonly LabResult[],
): Promise<{ readonly order: LabOrder; readonly position: number; readonly of: LabResult } | null> => {
  const [first] = earlier
  if (first === undefined) return null
  const ofTest = earlier.filter(({ content }) => isSameTest(content.test, report.test))
  const candidates = ofTest.length === 0 && report.parent !== '' ? earlier : ofTest
  const [only, ...others] = candidates
  if (only !== undefined && others.length === 0)
    return { order: await readOrder(context.db, context, only.orderId), position: only.position, of: only }
  if (earlier.some(({ orderId }) => orderId !== first.orderId)) return null
  const order = await readOrder(context.db, context, first.orderId)
  const position = positionOf(order, report)
  return position === null ? null : { order, position, of: first }
}

/**
 * The test of the order that a report is about. Its number names one, but some laboratories send every test under the first number. If
 * another test of the order has the report's code, that one is meant.
 */
export const positionOf = (
  { groupNumber, content }: Pick<LabOrder, 'groupNumber' | 'content'>,
  { test, placerNumber }: Pick<LaboratoryReport, 'test' | 'placerNumber'>,
): number | null => {
  const number = readPlacerNumber(placerNumber)
  const named = number?.groupNumber === groupNumber ? content.tests[number.position - 1] : undefined
  const meant =
    named !== undefined && isSameTest(named, test)
      ? named
      : (content.tests.find((each) => isSameTest(each, test)) ?? named)
  return meant === undefined ? null : content.tests.indexOf(meant) + 1
}
