import type { components } from '@visitkit/contract'
import type { Caller } from '../../../platform/contracts/caller.ts'
import type { Attachment, SentFile } from '../model/attachment.ts'
import type { Names } from './present-thread-summary.ts'

type Schemas = components['schemas']

export const presentAttachment = (attachment: Attachment): Schemas['Attachment'] => ({
  id: attachment.id,
  patientId: attachment.patientId,
  kind: attachment.kind,
  mediaType: attachment.mediaType,
  bytes: attachment.bytes,
  createdAt: attachment.createdAt.toISOString(),
})

/** With the subjects of the threads, by id. */
export const presentSentFile = (
  { file, threadId, author, sentAt }: SentFile,
  { subjects, names }: { readonly subjects: ReadonlyMap<string, string>; readonly names: Names },
  { personId }: Pick<Caller, 'personId'>,
): Schemas['SentFile'] => ({
  ...presentAttachment(file),
  from: { ...author, displayName: names.get(`${author.kind}:${author.id}`) ?? '' },
  mine: author.id === personId,
  sentAt: sentAt.toISOString(),
  thread: { id: threadId, subject: subjects.get(threadId) ?? '' },
})
