import { operation } from '../../../platform/contracts/operation.ts'
import type { LabsContext } from '../ports.ts'
import { readOrder } from '../store/orders.ts'
import { resultsOfOrders } from '../store/result-facts.ts'
import { practitionersOf } from '../workflows/practitioners-of.ts'
import { answerOfOrder } from '../presenters/answer-of-order.ts'
import { gatherPatientSummary } from '../workflows/gather-patient-record.ts'

export const getLabOrder = operation<LabsContext>()('getLabOrder', {
  read: async ({ path }, _, reading, ports) => {
    const order = await readOrder(reading.db, reading, path.orderId)
    const patient = await gatherPatientSummary(ports, reading, order.patientId)
    const [practitionerOf, resultsOf] = await Promise.all([
      practitionersOf(ports, reading, [order]),
      resultsOfOrders(reading.db, reading, [order.id]),
    ])
    return {
      status: 200,
      body: answerOfOrder(order, {
        practitioner: practitionerOf(order),
        patient,
        results: resultsOf(order.id),
      }),
    }
  },
})
