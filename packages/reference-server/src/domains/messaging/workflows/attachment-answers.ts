import type { WriteContext } from '../../../platform/contracts/context.ts'
import type { Attachment } from '../model/attachment.ts'
import { presentAttachment } from '../presenters/present-attachment.ts'
import { insertAttachment } from '../store/attachments.ts'
import type { CleanFile } from './clean-file.ts'

/** Stores an uploaded file, which no message has sent yet, and answers with it. */
export const uploadedFile = (
  { content, kind, mediaType }: CleanFile,
  { patientId, visitId }: { readonly patientId: string; readonly visitId?: string },
  { caller, now, newId }: Pick<WriteContext, 'caller' | 'now' | 'newId'>,
) => {
  const attachment: Attachment = {
    id: newId(),
    patientId,
    messageId: null,
    addedBy: caller.personId,
    kind,
    mediaType,
    bytes: content.length,
    createdAt: now,
  }
  const of = visitId === undefined ? '/v1' : `/v1/visits/${visitId}`
  return {
    writes: [insertAttachment(attachment, content)],
    answer: {
      status: 201,
      headers: { location: `${of}/attachments/${attachment.id}/content` },
      body: presentAttachment(attachment),
    } as const,
  }
}

/** Fixed names: the patient's file name may describe its content. */
const names = {
  'image/jpeg': 'picture.jpg',
  'image/png': 'picture.png',
  'image/webp': 'picture.webp',
  'application/pdf': 'document.pdf',
} as const

/** Always saved or shown by the requesting page, never opened as a page of this server. */
export const contentAnswer = ({ mediaType }: Attachment, body: Buffer) =>
  ({
    status: 200,
    headers: { 'content-disposition': `attachment; filename="${names[mediaType]}"` },
    body,
  }) as const
