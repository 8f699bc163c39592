import type { Write } from '../../../platform/contracts/write.ts'
import type { Attachment } from '../model/attachment.ts'
import type { Message } from '../model/message.ts'
import { unknownAttachment } from '../problems.ts'
import { attachments } from '../store/attachments.ts'
import { insertMessage } from '../store/messages.ts'

/** Stores a message with the unsent files that it sends, and returns them as sent. Throws if `unsent` is null. */
export const sendMessage = (
  message: Message,
  unsent: readonly Attachment[] | null,
): { readonly writes: readonly Write[]; readonly sent: readonly Attachment[] } => {
  if (unsent === null) throw unknownAttachment()
  const attached = unsent.map((before) => ({ before, after: { ...before, messageId: message.id } }))
  return {
    writes: [insertMessage(message), ...attached.map(({ before, after }) => attachments.replace(after, before))],
    sent: attached.map(({ after }) => after),
  }
}
