import { operation } from '../../../platform/contracts/operation.ts'
import { practitionerChanged } from '../events.ts'
import { versionConflict } from '../problems.ts'
import { removePhoto } from '../store/practitioner-photos.ts'
import { readPractitioner, replacePractitioner } from '../store/practitioners.ts'

export const removePractitionerPhoto = operation()('removePractitionerPhoto', {
  gather: ({ path }, _, { db }) => readPractitioner(db, path.practitionerId),
  decide: (_, before) => {
    const { photoId, ...rest } = before
    if (photoId === undefined) return { writes: [], answer: { status: 200, body: before } }
    const after = { ...rest, version: before.version + 1 }
    return {
      writes: [replacePractitioner(after, before), removePhoto(before.id)],
      events: [practitionerChanged(after)],
      answer: { status: 200, body: after },
      otherwise: () => {
        throw versionConflict()
      },
    }
  },
})
