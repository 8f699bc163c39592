import { readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { LabsContext } from '../ports.ts'
import { listOrdersByPatient } from '../store/orders.ts'
import { listResultsByOrder } from '../store/result-facts.ts'
import { gatherPractitioners } from '../workflows/gather-practitioners.ts'
import { presentOrder } from '../presenters/present-order.ts'
import { gatherPatientRecord } from '../workflows/gather-patient-record.ts'

export const listLabOrders = operation<LabsContext>()('listLabOrders', {
  gather: ({ path }, ports, context) => gatherPatientRecord(ports, context, path.patientId),
  read: async ({ path, query }, _, context, ports) => {
    const { patientId } = path
    const filter = { patientId, visitId: query.visitId }
    const { items, nextCursor } = await listOrdersByPatient(context.db, context, filter, readPageQuery(query))
    const resultsOf = await listResultsByOrder(
      context.db,
      context,
      items.map(({ id }) => id),
    )
    const laboratories = ports.laboratories.listOf(context.caller.organizationId)
    const practitionerOf = await gatherPractitioners(ports, context, items)
    return {
      status: 200,
      body: {
        patientId,
        items: items.map((order) =>
          presentOrder(order, {
            practitioner: practitionerOf(order),
            results: resultsOf(order.id),
            laboratories,
          }),
        ),
        nextCursor,
      },
    }
  },
})
