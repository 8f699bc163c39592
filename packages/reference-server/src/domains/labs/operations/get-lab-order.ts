import { operation } from '../../../platform/http/operation.ts'
import type { LabsContext } from '../ports.ts'
import { readOrder } from '../store/orders.ts'
import { resultIdsOf } from '../store/result-facts.ts'
import { answerOfOrder, practitionersOf } from './answer-of-order.ts'
import { gatherPatientSummary } from './gather-patient-record.ts'

export const getLabOrder = operation<LabsContext>()('getLabOrder', {
  read: async ({ path }, _, reading, ports) => {
    const order = await readOrder(reading.db, reading, path.orderId)
    const patient = await gatherPatientSummary(ports, reading, order.patientId)
    const [practitionerOf, results] = await Promise.all([
      practitionersOf(ports, reading, [order]),
      resultIdsOf(reading.db, reading, [order.id]),
    ])
    return {
      status: 200,
      body: answerOfOrder(order, {
        practitioner: practitionerOf(order),
        patient,
        resultIds: results.get(order.id) ?? [],
      }),
    }
  },
})
