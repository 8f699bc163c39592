import { operation } from '../../../platform/contracts/operation.ts'
import { cleanPicture, type PictureLimits } from '../../../platform/pictures/clean-picture.ts'
import { practitionerChanged } from '../events.ts'
import type { DirectoryPorts } from '../ports.ts'
import { photoRefused, versionConflict } from '../problems.ts'
import { putPhoto } from '../store/practitioner-photos.ts'
import { readPractitioner, replacePractitioner } from '../store/practitioners.ts'

/** A face is shown at 44 CSS pixels, on screens with up to four times as many of their own. The bytes are the limit of the contract. */
const photoLimits: PictureLimits = { maxBytes: 10_485_760, maxPixels: 50_000_000, edge: 192 }

export const putPractitionerPhoto = operation<DirectoryPorts>()('putPractitionerPhoto', {
  gather: async ({ path, rawBody }, { heavyWork }, context) => {
    const before = await readPractitioner(context.db, path.practitionerId)
    const picture = await cleanPicture(rawBody, photoLimits, heavyWork, context)
    if ('refused' in picture) throw photoRefused(picture, photoLimits.maxBytes)
    return { before, picture }
  },
  decide: (_, { before, picture }, { newId }) => {
    const photoId = newId()
    const after = { ...before, photoId, version: before.version + 1 }
    return {
      writes: [replacePractitioner(after, before), putPhoto({ ...picture, id: photoId, practitionerId: before.id })],
      events: [practitionerChanged(after)],
      answer: { status: 200, body: after },
      otherwise: () => {
        throw versionConflict()
      },
    }
  },
})
