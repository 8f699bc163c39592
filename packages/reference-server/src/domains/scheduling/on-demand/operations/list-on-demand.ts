import { operation } from '../../../../platform/contracts/operation.ts'
import { readCursor, writeCursor } from '../../kernel/store/page-cursor.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { takeableBy } from '../model/takeable.ts'
import { decryptRequest, listTakeable } from '../store/on-demand-requests.ts'
import { readRequestPresenter } from '../workflows/read-request-presenter.ts'
import { requireOwnPractitioner } from '../workflows/require-own-practitioner.ts'

/** Only what the practitioner can take: the other patients are none of their concern. */
export const listOnDemand = operation<SchedulingPorts>()('listOnDemand', {
  read: async ({ query }, _, context, ports) => {
    const { db, now } = context
    const calendar = await ports.slots.calendar(context)
    const types = calendar.visitTypes().filter(({ active, onDemand }) => active && onDemand)
    const takeable = takeableBy(requireOwnPractitioner(calendar, context), types, now)
    const limit = query.limit ?? 50
    const found = await listTakeable(db, takeable, now, readCursor(query.cursor), limit + 1)
    const shown = found.slice(0, limit)
    const [{ present }, details] = await Promise.all([
      readRequestPresenter(ports, context, shown),
      Promise.all(shown.map((request) => decryptRequest(db, context, request))),
    ])
    const last = shown.at(-1)
    return {
      status: 200,
      body: {
        items: shown.map((request, index) => present(request, details[index] ?? {}, request.position)),
        nextCursor: last && found.length > limit ? writeCursor({ start: last.requestedAt, id: last.id }) : null,
      },
    }
  },
})
