import type { CleanPicture, PictureLimits } from '../../../platform/pictures/clean-picture.ts'

export interface PractitionerPhoto extends CleanPicture {
  readonly id: string
  readonly practitionerId: string
}

/** A face is shown at 40 to 48 CSS pixels, on screens with up to four times as many of their own. The bytes are the limit of the contract. */
export const photoLimits: PictureLimits = { maxBytes: 10_485_760, maxPixels: 50_000_000, edge: 192 }
