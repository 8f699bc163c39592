import { pageOf } from '../../../platform/database/ids/page-of-ids.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { messagePosted } from '../events.ts'
import { authorOf, post } from '../model/thread.ts'
import type { MessagingContext } from '../ports.ts'
import { unknownAttachment } from '../problems.ts'
import { attach } from '../store/attachments.ts'
import { countUnread, insertMessage, listMessages, markRead } from '../store/messages.ts'
import { readThread, updateThread } from '../store/threads.ts'
import { describeMessages } from '../workflows/describe-messages.ts'
import { summarizeThread } from '../presenters/summarize-thread.ts'
import { gatherThread } from '../workflows/gather-thread.ts'

export const postMessage = operation<MessagingContext>()('postMessage', {
  gather: ({ path: { threadId } }, context, reading) => gatherThread(context, reading, threadId),
  keep: async ({ path: { threadId }, body }, { subject, take, names, patient }, keeping) => {
    const { tx, caller, now, newId, emit } = keeping
    const author = authorOf(caller)
    const before = await readThread(tx, keeping, threadId, 'lock')
    const after = post(before, author, newId(), now)
    const message = {
      id: after.lastMessageId,
      threadId: before.id,
      patientId: before.patientId,
      author,
      text: body.text,
      at: now,
    }
    await insertMessage(tx, keeping, message)
    if (!(await attach(tx, keeping, message, body.attachmentIds))) throw unknownAttachment()
    await updateThread(tx, after)
    // Their own words are read; what others wrote before them is not, unless it was shown.
    const unread = await countUnread(tx, before.id, author.id)
    if (unread === 0) await markRead(tx, keeping, before.id, author, message.id)
    await emit(messagePosted(after, author.kind))
    // As it stands now: somebody else may have written since the thread was gathered.
    const { items, nextCursor } = pageOf(await listMessages(tx, keeping, before.id, null, take), { after: null, take })
    const messages = await describeMessages(tx, keeping, items, names)
    return {
      status: 201,
      headers: { location: `/v1/threads/${before.id}` },
      body: { ...summarizeThread(after, { subject, unread, patient, names }), messages, nextCursor },
    }
  },
})
