import type { components } from '@visitkit/contract'
import type { Caller } from '../../../platform/contracts/caller.ts'
import type { Attachment } from '../model/attachment.ts'
import type { Message } from '../model/message.ts'
import { presentAttachment } from './present-attachment.ts'
import type { Names } from './present-thread-summary.ts'

/** The messages with their files and the names of their authors. */
export const presentMessages = (
  messages: readonly Message[],
  files: readonly Attachment[],
  names: Names,
  { personId }: Pick<Caller, 'personId'>,
): components['schemas']['ThreadMessage'][] =>
  messages.map(({ id, author, text, at }) => ({
    id,
    from: { ...author, displayName: names.get(`${author.kind}:${author.id}`) ?? '' },
    mine: author.id === personId,
    text,
    attachments: files.filter(({ messageId }) => messageId === id).map(presentAttachment),
    at: at.toISOString(),
  }))
