import { unlessErased } from '../../../platform/problems/unless-erased.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Delivery } from '../../../vendors/laboratory/provider.ts'
import { readPlacerNumber } from '../model/lab-order.ts'
import type { ReceivedReport } from '../model/lab-result.ts'
import type { Unmatched } from '../model/unmatched.ts'
import type { LabsPorts } from '../ports.ts'
import { listEncryptedOrders } from '../store/orders.ts'
import { listEncryptedResults } from '../store/results.ts'
import { listOpenUnmatchedByFiller } from '../store/unmatched.ts'
import type { LoadedReport } from './apply-reports.ts'
import { resolveReport, type Known, type Resolved } from './resolve-report.ts'

/** The orders to which the reports of a message belong, and the unmatched results that they may continue. */
export const gatherReports = async (
  context: ReadContext,
  directory: Pick<LabsPorts['directory'], 'patient'>,
  { source, laboratoryId }: Pick<Delivery, 'source' | 'laboratoryId'>,
  reports: readonly ReceivedReport[],
): Promise<{ readonly reports: readonly LoadedReport[]; readonly unmatched: readonly Unmatched[] }> => {
  const known = await gatherKnown(context, source, reports)
  const patientOf = (patientId: string) => directory.patient(context, patientId)
  const loaded = await Promise.all(
    reports.map(async (report) =>
      loadedOf(report, (await unlessErased(resolveReport(report, laboratoryId, known, patientOf))) ?? ofErased),
    ),
  )
  const numbers = loaded.flatMap(({ report, found }) =>
    found.kind === 'unmatched' ? [report.fillerNumber || report.placerNumber] : [],
  )
  const unmatched =
    numbers.length === 0 ? [] : await listOpenUnmatchedByFiller(context.db, context, source, [...new Set(numbers)])
  return { reports: loaded, unmatched }
}

/** A report that contradicts itself or is faulty is held for that reason, whatever order and person it belongs to. */
const loadedOf = (report: ReceivedReport, found: Resolved): LoadedReport => {
  if (report.contradicts === undefined && report.faulty === undefined) return { report, found }
  const patientId = found.kind === 'matched' ? found.order.patientId : found.patientId
  const isOfAnother = found.kind === 'unmatched' && found.reason === 'identity-differs'
  return {
    report: { ...report, ...(isOfAnother && { isOfAnother }) },
    found: { kind: 'unmatched', reason: report.faulty ? 'unknown-code' : 'contradictory', patientId },
  }
}

/** Orders are read before their results: a result that is stored in the meantime then outdates its order. */
const gatherKnown = async (
  context: ReadContext,
  source: string,
  reports: readonly ReceivedReport[],
): Promise<Known> => {
  const groupNumbers = reports.flatMap(({ placerNumber }) => readPlacerNumber(placerNumber)?.groupNumber ?? [])
  const fillerNumbers = [...new Set(reports.map(({ fillerNumber }) => fillerNumber))]
  for (let ids: readonly string[] = []; ;) {
    const orders = await listEncryptedOrders(context.db, context, { ids, groupNumbers })
    const results = await listEncryptedResults(context.db, context, source, fillerNumbers)
    const unread = results.flatMap(({ orderId }) => (orders.some(({ id }) => id === orderId) ? [] : [orderId]))
    if (unread.length === 0) return { orders, results }
    ids = [...new Set([...ids, ...unread])]
  }
}

/** A laboratory may still report about a person whose record was erased. A refusal would make it send the report again forever. */
const ofErased: Resolved = { kind: 'unmatched', reason: 'unknown-order', patientId: null }
