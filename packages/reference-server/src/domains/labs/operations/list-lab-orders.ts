import { placeOf } from '../../../platform/database/ids/page-of-ids.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { LabsContext } from '../ports.ts'
import { ordersOfPatient } from '../store/orders.ts'
import { resultsOfOrders } from '../store/result-facts.ts'
import { practitionersOf } from '../workflows/practitioners-of.ts'
import { answerOfOrder } from '../presenters/answer-of-order.ts'
import { gatherPatientRecord } from '../workflows/gather-patient-record.ts'

export const listLabOrders = operation<LabsContext>()('listLabOrders', {
  gather: ({ path }, ports, reading) => gatherPatientRecord(ports, reading, path.patientId),
  read: async ({ path, query }, _, reading, ports) => {
    const { patientId } = path
    const filter = { patientId, visitId: query.visitId }
    const { items, nextCursor } = await ordersOfPatient(reading.db, reading, filter, placeOf(query))
    const resultsOf = await resultsOfOrders(
      reading.db,
      reading,
      items.map(({ id }) => id),
    )
    const practitionerOf = await practitionersOf(ports, reading, items)
    return {
      status: 200,
      body: {
        patientId,
        items: items.map((order) =>
          answerOfOrder(order, { practitioner: practitionerOf(order), results: resultsOf(order.id) }),
        ),
        nextCursor,
      },
    }
  },
})
