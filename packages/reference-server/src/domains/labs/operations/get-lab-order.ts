import { operation } from '../../../platform/contracts/operation.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { LabsContext } from '../ports.ts'
import { readOrder } from '../store/orders.ts'
import { listResultsByOrder } from '../store/result-facts.ts'
import { gatherPractitioners } from '../workflows/gather-practitioners.ts'
import { presentOrder } from '../presenters/present-order.ts'
import { gatherPatientSummary } from '../workflows/gather-patient-record.ts'

export const getLabOrder = operation<LabsContext>()('getLabOrder', {
  read: async ({ path }, _, context, ports) => {
    const orderId = requireUuid(path.orderId)
    const [order, resultsOf] = await Promise.all([
      readOrder(context.db, context, orderId),
      listResultsByOrder(context.db, context, [orderId]),
    ])
    const patient = await gatherPatientSummary(ports, context, order.patientId)
    const practitionerOf = await gatherPractitioners(ports, context, [order])
    return {
      status: 200,
      body: presentOrder(order, {
        practitioner: practitionerOf(order),
        patient,
        results: resultsOf(order.id),
        laboratories: ports.laboratories.listOf(context.caller.organizationId),
      }),
    }
  },
})
