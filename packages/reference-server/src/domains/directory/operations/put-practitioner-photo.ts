import { operation } from '../../../platform/contracts/operation.ts'
import { cleanPicture } from '../../../platform/pictures/clean-picture.ts'
import { practitionerChanged } from '../events.ts'
import { photoLimits } from '../model/practitioner-photo.ts'
import type { DirectoryPorts } from '../ports.ts'
import { photoRefused, versionConflict } from '../problems.ts'
import { putPhoto } from '../store/practitioner-photos.ts'
import { readPractitioner, replacePractitioner } from '../store/practitioners.ts'

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
