import { operation } from '../../../platform/http/operation.ts'
import type { LabsContext } from '../ports.ts'
import { readOrder } from '../store/orders.ts'
import { resultIdsOf } from '../store/result-facts.ts'
import { answerOfOrder, practitionersOf } from './answer-of-order.ts'
import { gatherPatientRecord } from './gather-patient-record.ts'

export const getLabOrder = operation<LabsContext>()('getLabOrder', {
  read: async ({ path }, _, reading, ports) => {
    const order = await readOrder(reading.db, reading, path.orderId)
    await gatherPatientRecord(ports, reading, order.patientId)
    const [practitionerOf, patients, results] = await Promise.all([
      practitionersOf(ports, reading, [order]),
      ports.directory.patientSummaries(reading, [order.patientId]),
      resultIdsOf(reading.db, reading, [order.id]),
    ])
    return {
      status: 200,
      body: answerOfOrder(order, {
        practitioner: practitionerOf(order),
        patient: patients.get(order.patientId),
        resultIds: results.get(order.id) ?? [],
      }),
    }
  },
})
