import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { uploadedFile } from '../workflows/attachment-answers.ts'
import { cleanFile } from '../workflows/clean-file.ts'
import { requireRecordScope } from '../workflows/require-record-scope.ts'

export const addAttachment = operation<MessagingContext>()('addAttachment', {
  gather: async ({ path: { patientId }, rawBody }, ports, context) => {
    await requireRecordScope(ports, context, requireUuid(patientId))
    // Throws if there is no such patient.
    await ports.directory.patient(context, patientId)
    return cleanFile(rawBody, ports.policy.attachment, ports.heavyWork, context)
  },
  decide: ({ path: { patientId } }, file, context) => uploadedFile(file, { patientId }, context),
})
