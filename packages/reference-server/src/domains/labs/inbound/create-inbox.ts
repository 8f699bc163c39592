import { Problem } from '../../../platform/problems/problem.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import type { LaboratoryInbox, OrderStatusUpdate } from '../../../vendors/laboratory/provider.ts'
import type { LaboratoryReport } from '../../../vendors/laboratory/report.ts'
import { orderChanged } from '../events.ts'
import { storeReport } from '../workflows/store-report.ts'
import { applyStatusUpdates, readPlacerNumber } from '../model/lab-order.ts'
import type { LabsPolicy } from '../model/labs-policy.ts'
import type { LabsPorts } from '../ports.ts'
import type { RunAsSystem } from '../workflows/run-as-system.ts'
import { insertDelivery } from '../store/deliveries.ts'
import { findOrderByNumber, readOrder, updateOrder } from '../store/orders.ts'
import { listReportedTests } from '../store/result-facts.ts'
import { storeUnmatched } from './store-unmatched.ts'
import { resolveReport, type Resolved } from './resolve-report.ts'

export interface InboxDeps {
  readonly run: RunAsSystem
  readonly directory: Pick<LabsPorts['directory'], 'patient'>
  readonly policy: LabsPolicy
  readonly clock: () => Date
}

/**
 * Processes what laboratories send. One message is one transaction, which also marks the message as processed. A repeat gets the same
 * acknowledgment and changes nothing.
 */
export const createInbox = ({ run, directory, policy, clock }: InboxDeps): LaboratoryInbox => ({
  takeReports: async (delivery, reports) => {
    const { readContext, keep } = run({ name: 'labs.inbound', organizationId: delivery.organizationId, now: clock() })
    const { source } = delivery
    const resolved: (readonly [LaboratoryReport, Resolved])[] = []
    for (const report of reports) {
      const found = await resolveReport(readContext, directory, source, report).catch(unmatchedIfErased)
      resolved.push([report, found])
    }
    await keep(async (context) => {
      if (!(await insertDelivery(context, delivery))) return
      // In one order everywhere, so that two messages about the same orders cannot deadlock.
      for (const [report, found] of resolved.toSorted(byOrder))
        await storeResolvedReport(context, source, report, found, policy)
    })
  },
  takeOrderStatusUpdates: async (delivery, updates) => {
    const { readContext, keep } = run({ name: 'labs.inbound', organizationId: delivery.organizationId, now: clock() })
    const groups = Map.groupBy(updates, ({ placerNumber }) => readPlacerNumber(placerNumber)?.groupNumber ?? '')
    const orders: { readonly orderId: string; readonly updates: readonly OrderStatusUpdate[] }[] = []
    for (const [groupNumber, updates] of groups) {
      const order = await findOrderByNumber(readContext.db, readContext, groupNumber)
      // Updates about an order that is not ours are ignored.
      if (order !== null) orders.push({ orderId: order.id, updates })
    }
    await keep(async (context) => {
      if (!(await insertDelivery(context, delivery))) return
      for (const { orderId, updates } of orders.toSorted((a, b) => (a.orderId < b.orderId ? -1 : 1))) {
        const before = await readOrder(context.tx, context, orderId, 'for-update')
        const after = applyStatusUpdates(before, updates, await listReportedTests(context.tx, orderId))
        if (after === before) continue
        await updateOrder(context.tx, context, before, after)
        await context.emit(orderChanged(after))
      }
    })
  },
})

/** A laboratory may still report about a person whose record was erased. A refusal would make it send the report again forever. */
const unmatchedIfErased = (error: unknown): Resolved => {
  if (!(error instanceof Problem) || error.code !== 'record_erased') throw error
  return { kind: 'unmatched', reason: 'unknown-order', patientId: null }
}

const byOrder = ([, one]: readonly [unknown, Resolved], [, other]: readonly [unknown, Resolved]): number => {
  const [a, b] = [one, other].map((each) => (each.kind === 'matched' ? each.orderId : ''))
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0
}

const storeResolvedReport = async (
  context: WriteContext,
  source: string,
  report: LaboratoryReport,
  found: Resolved,
  policy: LabsPolicy,
): Promise<void> => {
  if (found.kind === 'unmatched') return storeUnmatched(context, source, report, { ...found, policy })
  const order = await readOrder(context.tx, context, found.orderId, 'for-update')
  // It may have been cancelled since it was looked up. What a person matched stays matched.
  if (order.status === 'cancelled' && found.matchedPerson === null)
    return storeUnmatched(context, source, report, { reason: 'order-cancelled', patientId: order.patientId, policy })
  const { position, matchedPerson } = found
  await storeReport(context, { order, position, source, report, matchedPerson, policy })
}
