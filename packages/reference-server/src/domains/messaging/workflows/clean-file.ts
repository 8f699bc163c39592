import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Sharp } from 'sharp'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import { unsupportedAttachmentType, attachmentTooLarge, attachmentUnreadable } from '../problems.ts'

export interface CleanFile {
  readonly kind: 'image' | 'pdf'
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf'
  readonly content: Buffer
}

// The library reads some forty formats, including ones that run scripts or fetch files. It only ever gets these three.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] })

const encodings = {
  'image/jpeg': (image: Sharp) => image.jpeg({ quality: 90 }),
  'image/png': (image: Sharp) => image.png(),
  'image/webp': (image: Sharp) => image.webp({ quality: 90 }),
} as const
const isEncoding = (mediaType: string): mediaType is keyof typeof encodings => Object.hasOwn(encodings, mediaType)

/** The file ends as a PDF must (ISO 32000-2, 7.5.5), and is not encrypted: its readers would not have the password. */
const isCompletePdf = (bytes: Buffer): boolean =>
  bytes.subarray(0, 5).toString('latin1') === '%PDF-' &&
  bytes.subarray(-1_024).includes('%%EOF') &&
  !bytes.includes('/Encrypt')

/**
 * The sanitized file to store. Its type is decided by its bytes, not by its name. A picture is redrawn upright, which removes its metadata
 * (location, device) and any data hidden after it.
 */
export const cleanFile = async (given: Uint8Array, policy: MessagingPolicy['attachment']): Promise<CleanFile> => {
  if (given.length > policy.maxBytes) throw attachmentTooLarge(policy.maxBytes)
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const mediaType = found?.mime ?? ''
  if (mediaType === 'application/pdf') {
    if (!isCompletePdf(bytes)) throw attachmentUnreadable()
    return { kind: 'pdf', mediaType, content: bytes }
  }
  if (!isEncoding(mediaType)) throw unsupportedAttachmentType(found?.ext ?? null)
  try {
    const image = sharp(bytes, { failOn: 'error', limitInputPixels: policy.maxPixels }).autoOrient()
    const content = await encodings[mediaType](image).toBuffer()
    if (content.length > policy.maxBytes) throw attachmentTooLarge(policy.maxBytes)
    return { kind: 'image', mediaType, content }
  } catch (error) {
    if (error instanceof Error && error.name === 'Problem') throw error
    throw attachmentUnreadable()
  }
}
