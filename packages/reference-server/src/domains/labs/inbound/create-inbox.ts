import { Problem } from '../../../platform/problems/problem.ts'
import type { Keeping } from '../../../platform/contracts/context.ts'
import type { LaboratoryInbox, OrderNews } from '../../../vendors/laboratory/provider.ts'
import type { LaboratoryReport } from '../../../vendors/laboratory/report.ts'
import { orderChanged } from '../events.ts'
import { keepReport } from '../workflows/keep-report.ts'
import { heard, readPlacerNumber } from '../model/lab-order.ts'
import type { LabsPolicy } from '../model/labs-policy.ts'
import type { LabsPorts } from '../ports.ts'
import type { RunAsSystem } from '../workflows/run-as-system.ts'
import { markDelivery } from '../store/deliveries.ts'
import { findOrderByNumber, readOrder, updateOrder } from '../store/orders.ts'
import { reportedTests } from '../store/result-facts.ts'
import { keepUnmatched } from './keep-unmatched.ts'
import { resolveReport, type Resolved } from './resolve-report.ts'

export interface InboxDeps {
  readonly run: RunAsSystem
  readonly directory: Pick<LabsPorts['directory'], 'patient'>
  readonly policy: LabsPolicy
  readonly clock: () => Date
}

/**
 * Takes what laboratories send. One message is one transaction, with a mark that it was taken: it is kept whole or not at all, and a
 * repeat is told the same and changes nothing.
 */
export const createInbox = ({ run, directory, policy, clock }: InboxDeps): LaboratoryInbox => ({
  takeReports: async (delivery, reports) => {
    const { reading, keep } = run({ name: 'labs.inbound', organizationId: delivery.organizationId, now: clock() })
    const { source } = delivery
    const resolved: (readonly [LaboratoryReport, Resolved])[] = []
    for (const report of reports) {
      const found = await resolveReport(reading, directory, source, report).catch(ofNobodyIfErased)
      resolved.push([report, found])
    }
    await keep(async (keeping) => {
      if (!(await markDelivery(keeping, delivery))) return
      // In one order everywhere, so that two messages about the same orders do not wait for each other in a circle.
      for (const [report, found] of resolved.toSorted(byOrder))
        await keepResolved(keeping, source, report, found, policy)
    })
  },
  takeOrderNews: async (delivery, news) => {
    const { reading, keep } = run({ name: 'labs.inbound', organizationId: delivery.organizationId, now: clock() })
    const groups = Map.groupBy(news, ({ placerNumber }) => readPlacerNumber(placerNumber)?.groupNumber ?? '')
    const orders: { readonly orderId: string; readonly said: readonly OrderNews[] }[] = []
    for (const [groupNumber, said] of groups) {
      const order = await findOrderByNumber(reading.db, reading, groupNumber)
      // News of an order that is not ours concern nobody.
      if (order !== null) orders.push({ orderId: order.id, said })
    }
    await keep(async (keeping) => {
      if (!(await markDelivery(keeping, delivery))) return
      for (const { orderId, said } of orders.toSorted((a, b) => (a.orderId < b.orderId ? -1 : 1))) {
        const before = await readOrder(keeping.tx, keeping, orderId, 'lock')
        const after = heard(before, said, await reportedTests(keeping.tx, orderId))
        if (after === before) continue
        await updateOrder(keeping.tx, keeping, before, after)
        await keeping.emit(orderChanged(after))
      }
    })
  },
})

/** A laboratory may still report about someone whose record was erased. Refusing it would have it send the report forever. */
const ofNobodyIfErased = (error: unknown): Resolved => {
  if (!(error instanceof Problem) || error.code !== 'record_erased') throw error
  return { kind: 'unmatched', reason: 'unknown-order', patientId: null }
}

const byOrder = ([, one]: readonly [unknown, Resolved], [, other]: readonly [unknown, Resolved]): number => {
  const [a, b] = [one, other].map((each) => (each.kind === 'matched' ? each.orderId : ''))
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0
}

const keepResolved = async (
  keeping: Keeping,
  source: string,
  report: LaboratoryReport,
  found: Resolved,
  policy: LabsPolicy,
): Promise<void> => {
  if (found.kind === 'unmatched') return keepUnmatched(keeping, source, report, { ...found, policy })
  const order = await readOrder(keeping.tx, keeping, found.orderId, 'lock')
  // It may have been cancelled since it was looked for. What a person matched stays matched.
  if (order.status === 'cancelled' && found.matchedPerson === null)
    return keepUnmatched(keeping, source, report, { reason: 'order-cancelled', patientId: order.patientId, policy })
  const { position, matchedPerson } = found
  await keepReport(keeping, { order, position, source, report, matchedPerson, policy })
}
