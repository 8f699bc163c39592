import { pageOf } from '../../../platform/database/ids/page-cursor.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { messagePosted } from '../events.ts'
import { authorOf, post } from '../model/thread.ts'
import type { MessagingContext } from '../ports.ts'
import { unknownAttachment } from '../problems.ts'
import { attach } from '../store/attachments.ts'
import { countUnread, insertMessage, listMessages, upsertReadMarker } from '../store/messages.ts'
import { readThread, updateThread } from '../store/threads.ts'
import { presentMessages } from '../workflows/present-messages.ts'
import { presentThreadSummary } from '../presenters/present-thread-summary.ts'
import { gatherThread } from '../workflows/gather-thread.ts'

export const postMessage = operation<MessagingContext>()('postMessage', {
  gather: ({ path: { threadId } }, ports, context) => gatherThread(ports, context, threadId),
  keep: async ({ path: { threadId }, body }, { subject, take, names, patient }, context) => {
    const { tx, caller, now, newId, emit } = context
    const author = authorOf(caller)
    const before = await readThread(tx, context, threadId, 'for-update')
    const after = post(before, author, newId(), now)
    const message = {
      id: after.lastMessageId,
      threadId: before.id,
      patientId: before.patientId,
      author,
      text: body.text,
      at: now,
    }
    await insertMessage(tx, context, message)
    if (!(await attach(tx, context, message, body.attachmentIds))) throw unknownAttachment()
    await updateThread(tx, after)
    // The author's own message counts as read. Earlier messages of others do not, unless they were shown.
    const unread = await countUnread(tx, before.id, author.id)
    if (unread === 0) await upsertReadMarker(tx, context, before.id, author, message.id)
    await emit(messagePosted(after, author.kind))
    // The current state: another message may have been posted since the thread was read.
    const { items, nextCursor } = pageOf(await listMessages(tx, context, before.id, null, take), { after: null, take })
    const messages = await presentMessages(tx, context, items, names)
    return {
      status: 201,
      headers: { location: `/v1/threads/${before.id}` },
      body: { ...presentThreadSummary(after, { subject, unread, patient, names }), messages, nextCursor },
    }
  },
})
