import { fileTypeFromBuffer } from 'file-type'
import type { RequestContext } from '../contracts/context.ts'
import type { HeavyWork } from '../heavy/heavy-work.ts'
import type { GivenImage, ImageType } from './redraw-image-worker.ts'

export type { ImageType }

/** Limits of a policy. */
export interface PictureLimits {
  readonly maxBytes: number
  readonly maxPixels: number
  /** Pixels of a square to which the picture is cut and scaled. Default: its own size. */
  readonly edge?: number
}

export interface CleanPicture {
  readonly mediaType: ImageType
  readonly content: Buffer
}

/** Why a picture is not stored. */
export interface RefusedPicture {
  readonly refused: 'too-large' | 'other-type' | 'unreadable'
  /** The type that the bytes have, as a file name extension; null if they have none that is known. */
  readonly found: string | null
}

const redrawer = new URL('./redraw-image-worker.ts', import.meta.url)
const imageTypes: ReadonlySet<string> = new Set<ImageType>(['image/jpeg', 'image/png', 'image/webp'])
const isImage = (mediaType: string): mediaType is ImageType => imageTypes.has(mediaType)

/** The type of a file by its bytes, whatever its name says. */
export const typeOfFile = (bytes: Uint8Array): Promise<{ readonly mime: string; readonly ext: string } | undefined> =>
  fileTypeFromBuffer(bytes).catch(() => undefined)

/** A picture, redrawn upright on a thread: that removes its metadata (location, device) and any data hidden after it. */
export const cleanPicture = async (
  given: Uint8Array,
  { maxBytes, maxPixels, edge }: PictureLimits,
  heavyWork: HeavyWork,
  { caller, disconnected }: Pick<RequestContext, 'caller' | 'disconnected'>,
): Promise<CleanPicture | RefusedPicture> => {
  if (given.length > maxBytes) return { refused: 'too-large', found: null }
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  const type = await typeOfFile(bytes)
  const [mediaType, found] = [type?.mime ?? '', type?.ext ?? null]
  if (!isImage(mediaType)) return { refused: 'other-type', found }
  const image: GivenImage = { bytes, mediaType, maxPixels, edge }
  const redrawn = await heavyWork.run(caller, { module: redrawer, name: 'redrawImage', input: image }, disconnected)
  if (redrawn === null) return { refused: 'unreadable', found }
  if (redrawn.length > maxBytes) return { refused: 'too-large', found }
  return { mediaType, content: Buffer.from(redrawn.buffer, redrawn.byteOffset, redrawn.length) }
}
