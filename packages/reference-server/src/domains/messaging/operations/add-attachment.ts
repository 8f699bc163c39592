import { knownId } from '../../../platform/database/ids/known-id.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { cleanFile } from '../workflows/clean-file.ts'
import type { MessagingContext } from '../ports.ts'
import { insertAttachment } from '../store/attachments.ts'
import { requireRecordScope } from '../workflows/require-record-scope.ts'

export const addAttachment = operation<MessagingContext>()('addAttachment', {
  gather: async ({ path: { patientId }, rawBody }, context, reading) => {
    await requireRecordScope(context, reading, knownId(patientId))
    // Throws for a patient who is not there.
    await context.directory.patient(reading, patientId)
    return cleanFile(rawBody, context.policy.attachment)
  },
  keep: async ({ path: { patientId } }, file, keeping) => {
    const attachment = await insertAttachment(keeping.tx, keeping, { id: keeping.newId(), patientId, ...file })
    return {
      status: 201,
      headers: { location: `/v1/attachments/${attachment.id}/content` },
      body: attachment,
    }
  },
})
