import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { findAttachment, decryptContent } from '../store/attachments.ts'
import { requireRecordScope } from '../workflows/require-record-scope.ts'

/** Fixed names: the patient's file name may describe its content. */
const names = {
  'image/jpeg': 'picture.jpg',
  'image/png': 'picture.png',
  'image/webp': 'picture.webp',
  'application/pdf': 'document.pdf',
} as const

export const getAttachmentContent = operation<MessagingContext>()('getAttachmentContent', {
  read: async ({ path: { attachmentId } }, _, context, ports) => {
    const attachment = await findAttachment(context.db, context, attachmentId)
    await requireRecordScope(ports, context, attachment.patientId)
    return {
      status: 200,
      // Always saved or shown by the requesting page, never opened as a page of this server.
      headers: { 'content-disposition': `attachment; filename="${names[attachment.mediaType]}"` },
      body: await decryptContent(context.db, context, attachment),
    }
  },
})
