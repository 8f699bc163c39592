import { operation } from '../../../platform/contracts/operation.ts'
import type { LabsContext } from '../ports.ts'
import { readOrder } from '../store/orders.ts'
import { listResultsByOrder } from '../store/result-facts.ts'
import { gatherPractitioners } from '../workflows/gather-practitioners.ts'
import { presentOrder } from '../presenters/present-order.ts'
import { gatherPatientSummary } from '../workflows/gather-patient-record.ts'

export const getLabOrder = operation<LabsContext>()('getLabOrder', {
  read: async ({ path }, _, context, ports) => {
    const order = await readOrder(context.db, context, path.orderId)
    const patient = await gatherPatientSummary(ports, context, order.patientId)
    const [practitionerOf, resultsOf] = await Promise.all([
      gatherPractitioners(ports, context, [order]),
      listResultsByOrder(context.db, context, [order.id]),
    ])
    return {
      status: 200,
      body: presentOrder(order, {
        practitioner: practitionerOf(order),
        patient,
        results: resultsOf(order.id),
      }),
    }
  },
})
