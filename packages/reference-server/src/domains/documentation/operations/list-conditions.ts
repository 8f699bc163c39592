import { pageOf, placeOf } from '../../../platform/database/page-of-ids.ts'
import { operation } from '../../../platform/http/operation.ts'
import type { DocumentationContext } from '../ports.ts'
import { conditionsOf } from '../store/conditions.ts'

export const listConditions = operation<DocumentationContext>()('listConditions', {
  gather: async ({ path }, { directory }, reading) => {
    await directory.actingFor(reading, path.patientId, 'record')
    await directory.patient(reading, path.patientId)
  },
  read: async ({ path: { patientId }, query }, _, reading) => {
    const place = placeOf(query)
    const { items, nextCursor } = pageOf(await conditionsOf(reading.db, reading, patientId, place), place)
    return {
      status: 200,
      body: {
        patientId,
        items: items.map(({ code, display, firstNotedAt, lastNotedAt, lastNoteId }) => ({
          patientId,
          code,
          display,
          firstNotedAt: firstNotedAt.toISOString(),
          lastNotedAt: lastNotedAt.toISOString(),
          lastNoteId,
        })),
        nextCursor,
      },
    }
  },
})
