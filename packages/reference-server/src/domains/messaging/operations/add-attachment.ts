import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { Attachment } from '../model/attachment.ts'
import type { MessagingContext } from '../ports.ts'
import { presentAttachment } from '../presenters/present-attachment.ts'
import { insertAttachment } from '../store/attachments.ts'
import { cleanFile } from '../workflows/clean-file.ts'
import { requireRecordScope } from '../workflows/require-record-scope.ts'

export const addAttachment = operation<MessagingContext>()('addAttachment', {
  gather: async ({ path: { patientId }, rawBody }, ports, context) => {
    await requireRecordScope(ports, context, requireUuid(patientId))
    // Throws if there is no such patient.
    await ports.directory.patient(context, patientId)
    return cleanFile(rawBody, ports.policy.attachment, ports.heavyWork, context)
  },
  decide: ({ path: { patientId } }, { content, kind, mediaType }, { caller, now, newId }) => {
    const attachment: Attachment = {
      id: newId(),
      patientId,
      messageId: null,
      addedBy: caller.personId,
      kind,
      mediaType,
      bytes: content.length,
      createdAt: now,
    }
    return {
      writes: [insertAttachment(attachment, content)],
      answer: {
        status: 201,
        headers: { location: `/v1/attachments/${attachment.id}/content` },
        body: presentAttachment(attachment),
      },
    }
  },
})
