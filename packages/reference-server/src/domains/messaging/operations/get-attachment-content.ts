import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { findAttachment, decryptContent } from '../store/attachments.ts'
import { contentAnswer } from '../workflows/attachment-answers.ts'
import { requireRecordScope } from '../workflows/require-record-scope.ts'

export const getAttachmentContent = operation<MessagingContext>()('getAttachmentContent', {
  read: async ({ path: { attachmentId } }, _, context, ports) => {
    const attachment = await findAttachment(context.db, context, attachmentId)
    await requireRecordScope(ports, context, attachment.patientId)
    return contentAnswer(attachment, await decryptContent(context.db, context, attachment))
  },
})
