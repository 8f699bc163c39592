import { operation } from '../../../platform/contracts/operation.ts'
import { visitMessagePosted } from '../events.ts'
import { authorOf, begin, post } from '../model/thread.ts'
import type { MessagingContext } from '../ports.ts'
import { presentThread } from '../presenters/present-thread.ts'
import { findUnsentAttachments } from '../store/attachments.ts'
import { markRead, markReadFirst } from '../store/messages.ts'
import { threads } from '../store/threads.ts'
import { findTreatingMember } from '../workflows/find-treating-member.ts'
import { loadThread } from '../workflows/gather-thread.ts'
import { gatherVisitThread, loadNewThread } from '../workflows/gather-visit-thread.ts'
import { sendMessage } from '../workflows/send-message.ts'

export const postVisitMessage = operation<MessagingContext>()('postVisitMessage', {
  gather: async ({ path: { visitId }, body }, ports, context) => {
    const { visit, thread } = await gatherVisitThread(ports, context, visitId)
    const { patientId } = visit
    const unsent = await findUnsentAttachments(context.db, context, patientId, body.attachmentIds ?? [])
    const given = { ...ports, patientId, unsent }
    if (thread !== null)
      return { ...given, before: thread, seenBy: null, loaded: await loadThread(ports, context, thread) }
    const seenBy = await findTreatingMember(ports, context, visit)
    return { ...given, before: null, seenBy, loaded: await loadNewThread(ports, context, patientId, seenBy) }
  },
  decide: ({ path, body: { text } }, { policy, patientId, unsent, before, seenBy, loaded }, { caller, now, newId }) => {
    const { visitId } = path
    const author = authorOf(caller)
    const [messageId, markId] = [newId(), newId()]
    const after =
      before === null
        ? begin({ id: newId(), patientId, topic: 'visit', visitId, seenBy, author, messageId, now }, policy)
        : post(before, author, messageId, now)
    const { id: threadId } = after
    const { readTo, unread } = loaded.reading
    const message = { id: messageId, threadId, patientId, author, text, at: now }
    const { writes, sent } = sendMessage(message, unsent)
    // The author's own message counts as read. Earlier messages of others do not, unless they were shown.
    const marks = unread > 0 ? [] : [markRead(readTo, { id: markId, threadId, reader: author, messageId })]
    return {
      // Of two people who write first at once, the second one is decided again, in the thread of the other.
      writes:
        before === null
          ? [threads.insertOnce(after, { subject: '' }), ...writes, markReadFirst(markId, after, author)]
          : [threads.replace(after, before), ...writes, ...marks],
      events: [visitMessagePosted(after, visitId, author.kind)],
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
