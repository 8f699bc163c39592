import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { MessagingContext } from '../ports.ts'
import { listTextsOfPatient } from '../store/patient-texts.ts'

export const listPatientTexts = operation<MessagingContext>()('listPatientTexts', {
  gather: async ({ path }, { directory }, context) => {
    await directory.actingFor(context, requireUuid(path.patientId), 'record')
    await directory.patientZone(context, path.patientId)
  },
  read: async ({ path: { patientId }, query }, _, context, { sms }) => {
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(await listTextsOfPatient(context.db, context, patientId, page), page)
    return {
      status: 200,
      body: {
        patientId,
        items: items.map(({ id, receivedAt, resolution, resolvedAt, bytes }) => {
          const written = sms?.readText(bytes) ?? null
          return {
            ...{ id, receivedAt: receivedAt.toISOString(), files: written?.files ?? 0 },
            ...(written !== null && written.text !== '' && { text: written.text }),
            ...(resolution !== null && resolvedAt !== null && { resolution, resolvedAt: resolvedAt.toISOString() }),
          }
        }),
        nextCursor,
      },
    }
  },
})
