import type { RequestContext } from '../../../platform/contracts/context.ts'
import type { HeavyWork } from '../../../platform/heavy/heavy-work.ts'
import { cleanPicture, typeOfFile, type ImageType } from '../../../platform/pictures/clean-picture.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import { unsupportedAttachmentType, attachmentTooLarge, attachmentUnreadable } from '../problems.ts'

export interface CleanFile {
  readonly kind: 'image' | 'pdf'
  readonly mediaType: ImageType | 'application/pdf'
  readonly content: Buffer
}

/** The file ends as a PDF must (ISO 32000-2, 7.5.5), and is not encrypted: its readers would not have the password. */
const isCompletePdf = (bytes: Buffer): boolean =>
  bytes.subarray(0, 5).toString('latin1') === '%PDF-' &&
  bytes.subarray(-1_024).includes('%%EOF') &&
  !bytes.includes('/Encrypt')

/** The sanitized file to store. Its type is decided by its bytes, not by its name. */
export const cleanFile = async (
  given: Uint8Array,
  policy: MessagingPolicy['attachment'],
  heavyWork: HeavyWork,
  context: Pick<RequestContext, 'caller' | 'disconnected'>,
): Promise<CleanFile> => {
  if (given.length > policy.maxBytes) throw attachmentTooLarge(policy.maxBytes)
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  if ((await typeOfFile(bytes))?.mime === 'application/pdf') {
    if (!isCompletePdf(bytes)) throw attachmentUnreadable()
    return { kind: 'pdf', mediaType: 'application/pdf', content: bytes }
  }
  const picture = await cleanPicture(bytes, policy, heavyWork, context)
  if (!('refused' in picture)) return { kind: 'image', ...picture }
  if (picture.refused === 'too-large') throw attachmentTooLarge(policy.maxBytes)
  throw picture.refused === 'unreadable' ? attachmentUnreadable() : unsupportedAttachmentType(picture.found)
}
