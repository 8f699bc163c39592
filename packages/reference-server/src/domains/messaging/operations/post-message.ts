import { operation } from '../../../platform/contracts/operation.ts'
import { postedIn } from '../events.ts'
import { authorOf, post } from '../model/thread.ts'
import type { MessagingContext } from '../ports.ts'
import { presentThread } from '../presenters/present-thread.ts'
import { findUnsentAttachments } from '../store/attachments.ts'
import { markRead } from '../store/messages.ts'
import { threads } from '../store/threads.ts'
import { gatherThread } from '../workflows/gather-thread.ts'
import { sendMessage } from '../workflows/send-message.ts'

export const postMessage = operation<MessagingContext>()('postMessage', {
  gather: async ({ path, body }, ports, context) => {
    const loaded = await gatherThread(ports, context, path.threadId)
    const { patientId } = loaded.thread
    return { ...loaded, unsent: await findUnsentAttachments(context.db, context, patientId, body.attachmentIds) }
  },
  decide: ({ body }, { unsent, ...loaded }, { caller, now, newId }) => {
    const author = authorOf(caller)
    const before = loaded.thread
    const { id: threadId, patientId } = before
    const after = post(before, author, newId(), now)
    const message = { id: after.lastMessageId, threadId, patientId, author, text: body.text, at: now }
    const { writes, sent } = sendMessage(message, unsent)
    const { readTo, unread } = loaded.reading
    // The author's own message counts as read. Earlier messages of others do not, unless they were shown.
    const marks =
      unread === 0 ? [markRead(readTo, { id: newId(), threadId, reader: author, messageId: message.id })] : []
    return {
      writes: [threads.replace(after, before), ...writes, ...marks],
      events: [postedIn(after, author.kind)],
      answer: {
        status: 201,
        headers: { location: `/v1/threads/${threadId}` },
        body: presentThread(
          { ...loaded, thread: after, fetched: [message, ...loaded.fetched], files: [...loaded.files, ...sent] },
          caller,
        ),
      },
    }
  },
})
