import { fileTypeFromBuffer } from 'file-type'
import type { RequestContext } from '../../../platform/contracts/context.ts'
import type { HeavyWork } from '../../../platform/heavy/heavy-work.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import { unsupportedAttachmentType, attachmentTooLarge, attachmentUnreadable } from '../problems.ts'
import type { GivenImage, ImageType } from './redraw-image-worker.ts'

export interface CleanFile {
  readonly kind: 'image' | 'pdf'
  readonly mediaType: ImageType | 'application/pdf'
  readonly content: Buffer
}

const redrawer = new URL('./redraw-image-worker.ts', import.meta.url)

const imageTypes: ReadonlySet<string> = new Set<ImageType>(['image/jpeg', 'image/png', 'image/webp'])
const isImage = (mediaType: string): mediaType is ImageType => imageTypes.has(mediaType)

/** The file ends as a PDF must (ISO 32000-2, 7.5.5), and is not encrypted: its readers would not have the password. */
const isCompletePdf = (bytes: Buffer): boolean =>
  bytes.subarray(0, 5).toString('latin1') === '%PDF-' &&
  bytes.subarray(-1_024).includes('%%EOF') &&
  !bytes.includes('/Encrypt')

/**
 * The sanitized file to store. Its type is decided by its bytes, not by its name. A picture is redrawn upright on a thread, which removes
 * its metadata (location, device) and any data hidden after it.
 */
export const cleanFile = async (
  given: Uint8Array,
  policy: MessagingPolicy['attachment'],
  heavyWork: HeavyWork,
  { caller, disconnected }: Pick<RequestContext, 'caller' | 'disconnected'>,
): Promise<CleanFile> => {
  if (given.length > policy.maxBytes) throw attachmentTooLarge(policy.maxBytes)
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const mediaType = found?.mime ?? ''
  if (mediaType === 'application/pdf') {
    if (!isCompletePdf(bytes)) throw attachmentUnreadable()
    return { kind: 'pdf', mediaType, content: bytes }
  }
  if (!isImage(mediaType)) throw unsupportedAttachmentType(found?.ext ?? null)
  const image: GivenImage = { bytes, mediaType, maxPixels: policy.maxPixels }
  const redrawn = await heavyWork.run(caller, { module: redrawer, name: 'redrawImage', input: image }, disconnected)
  if (redrawn === null) throw attachmentUnreadable()
  if (redrawn.length > policy.maxBytes) throw attachmentTooLarge(policy.maxBytes)
  return { kind: 'image', mediaType, content: Buffer.from(redrawn.buffer, redrawn.byteOffset, redrawn.length) }
}
