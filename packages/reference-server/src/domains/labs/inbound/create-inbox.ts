import type { Change } from '../../../platform/contracts/change.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Delivery, LaboratoryInbox } from '../../../vendors/laboratory/provider.ts'
import type { LabCatalog } from '../model/lab-catalog.ts'
import { limitsOf, type LabsPolicy } from '../model/labs-policy.ts'
import type { LabsPorts } from '../ports.ts'
import { insertDelivery } from '../store/deliveries.ts'
import type { RunAsSystem } from '../workflows/run-as-system.ts'
import { applyReports } from './apply-reports.ts'
import { changeOrders } from './change-orders.ts'
import { gatherReports } from './gather-reports.ts'
import { keepMessages } from './keep-messages.ts'
import { receiveReports } from './receive-reports.ts'

export interface InboxDeps {
  readonly run: RunAsSystem
  readonly directory: Pick<LabsPorts['directory'], 'patient'>
  readonly policy: LabsPolicy
  readonly catalog: Pick<LabCatalog, 'find' | 'propertyOf'>
  readonly clock: () => Date
}

type MessageChange = Required<Pick<Change<void>, 'writes' | 'events'>>

/**
 * Processes what laboratories send. One message is one change, which also marks the message as processed. A repeat gets the same
 * acknowledgment and changes nothing.
 */
export const createInbox = ({ run, directory, policy, catalog, clock }: InboxDeps): LaboratoryInbox => {
  const take = (delivery: Delivery, decide: (context: ReadContext) => Promise<MessageChange>): Promise<void> =>
    run({ name: 'labs.inbound', organizationId: delivery.organizationId, now: clock() }, async (context) => {
      const { writes, events } = await decide(context)
      return {
        writes: [...writes, insertDelivery(context.newId(), delivery)],
        events,
        answer: undefined,
        // It was processed before.
        otherwise: () => ({ answer: undefined }),
      }
    })
  return {
    takeReports: (delivery, reported) => {
      const { source, organizationId } = delivery
      const received = receiveReports(delivery, reported, limitsOf(policy, organizationId), catalog)
      return take(delivery, async (context) => {
        const { newId, now } = context
        const { reports, unmatched } = await gatherReports(context, directory, delivery, received)
        const { kept, writes, events } = applyReports(reports, { source, unmatched, policy, newId, now })
        return { writes: [...writes, ...keepMessages(delivery, kept, context)], events }
      })
    },
    takeOrderStatusUpdates: (delivery, updates) =>
      take(delivery, (context) => changeOrders(context, directory, delivery, updates)),
  }
}
