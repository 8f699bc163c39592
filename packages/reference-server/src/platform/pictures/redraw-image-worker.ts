import { move } from 'piscina'
import sharp, { type Sharp } from 'sharp'

// The library reads some forty formats, including ones that run scripts or fetch files. It only ever gets these three.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] })
// One image uses one CPU: the queue decides how many are drawn at once.
sharp.concurrency(1)

const encodings = {
  'image/jpeg': (image: Sharp) => image.jpeg({ quality: 90 }),
  'image/png': (image: Sharp) => image.png(),
  'image/webp': (image: Sharp) => image.webp({ quality: 90 }),
} as const
export type ImageType = keyof typeof encodings

export interface GivenImage {
  readonly bytes: Uint8Array
  readonly mediaType: ImageType
  readonly maxPixels: number
  /** Pixels of a square to which the image is cut and scaled. Default: its own size. */
  readonly edge?: number | undefined
}

/** Runs on a thread. Redraws an image upright, without what it held apart from its pixels. Null if it cannot be read. */
export const redrawImage = async ({ bytes, mediaType, maxPixels, edge }: GivenImage): Promise<unknown> => {
  try {
    const whole = sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels }).autoOrient()
    const image = edge === undefined ? whole : whole.resize(edge, edge, { fit: 'cover' })
    // A copy: a Buffer may be a part of a larger one, which cannot be moved.
    return move(new Uint8Array(await encodings[mediaType](image).toBuffer()))
  } catch {
    return null
  }
}
