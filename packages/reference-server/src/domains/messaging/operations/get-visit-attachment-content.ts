import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { MessagingContext } from '../ports.ts'
import { findAttachmentOfThread, decryptContent } from '../store/attachments.ts'
import { contentAnswer } from '../workflows/attachment-answers.ts'
import { gatherVisitThread } from '../workflows/gather-visit-thread.ts'

export const getVisitAttachmentContent = operation<MessagingContext>()('getVisitAttachmentContent', {
  read: async ({ path: { visitId, attachmentId } }, _, context, ports) => {
    const { thread } = await gatherVisitThread(ports, context, visitId)
    if (thread === null) throw notFound('attachment_unknown')
    const attachment = await findAttachmentOfThread(context.db, thread.id, attachmentId)
    return contentAnswer(attachment, await decryptContent(context.db, context, attachment))
  },
})
