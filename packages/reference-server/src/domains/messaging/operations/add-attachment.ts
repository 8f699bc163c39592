import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { cleanFile } from '../workflows/clean-file.ts'
import type { MessagingContext } from '../ports.ts'
import { insertAttachment } from '../store/attachments.ts'
import { requireRecordScope } from '../workflows/require-record-scope.ts'

export const addAttachment = operation<MessagingContext>()('addAttachment', {
  gather: async ({ path: { patientId }, rawBody }, ports, context) => {
    await requireRecordScope(ports, context, requireUuid(patientId))
    // Throws if there is no such patient.
    await ports.directory.patient(context, patientId)
    return cleanFile(rawBody, ports.policy.attachment)
  },
  keep: async ({ path: { patientId } }, file, context) => {
    const attachment = await insertAttachment(context.tx, context, { id: context.newId(), patientId, ...file })
    return {
      status: 201,
      headers: { location: `/v1/attachments/${attachment.id}/content` },
      body: attachment,
    }
  },
})
