import { operation } from '../../../../platform/contracts/operation.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { takeableBy } from '../model/takeable.ts'
import { decryptRequest, listTakeable } from '../store/on-demand-requests.ts'
import { readRequestPage } from '../workflows/read-request-page.ts'
import { requireOwnPractitioner } from '../workflows/require-own-practitioner.ts'

/** Only what the practitioner can take: the other patients are none of their concern. */
export const listOnDemand = operation<SchedulingPorts>()('listOnDemand', {
  read: async ({ query }, _, context, ports) => {
    const { db, now } = context
    const calendar = await ports.slots.calendar(context)
    const types = calendar.visitTypes().filter(({ active, onDemand }) => active && onDemand)
    const takeable = takeableBy(requireOwnPractitioner(calendar, context), types, now)
    const body = await readRequestPage(ports, context, query, {
      list: (after, take) => listTakeable(db, takeable, now, after, take),
      detailsOf: (request) => decryptRequest(db, context, request),
    })
    return { status: 200, body }
  },
})
