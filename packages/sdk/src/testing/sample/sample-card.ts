import type { CoverageCard } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { find, instant } from './sample-state.ts'

type Side = CoverageCard['sides'][number]
type Handlers = ReturnType<ReturnType<SampleDomain>>

/** The pictures of insurance cards. */
export const cardSample = (
  now: () => number,
  newId: (kind: string) => string,
): Pick<Handlers, 'getCoverageCard' | 'putCoverageCardSide' | 'removeCoverageCardSide' | 'getCoverageCardPicture'> => {
  let pictures: readonly {
    readonly patientId: string
    readonly side: Side
    readonly id: string
    readonly file: Blob
  }[] = []
  const without = (patientId: string, side: Side['side']) =>
    pictures.filter((each) => each.patientId !== patientId || each.side.side !== side)
  const cardOf = (patientId: string): CoverageCard => ({
    patientId,
    sides: pictures
      .filter((each) => each.patientId === patientId)
      .map(({ side }) => side)
      .toSorted((one, other) => other.side.localeCompare(one.side)),
  })
  return {
    getCoverageCard: ({ path }) => cardOf(path.patientId),
    putCoverageCardSide: ({ path: { patientId, side }, body }) => {
      const file = body as Blob
      const mediaType = (['image/jpeg', 'image/png', 'image/webp'] as const).find((type) => type === file.type)
      if (!mediaType) throw problem(422, 'unsupported_attachment_type')
      const id = newId('picture')
      const added: Side = { pictureId: id, side, mediaType, bytes: file.size, addedAt: instant(now()) }
      pictures = [...without(patientId, side), { patientId, side: added, id, file }]
      return cardOf(patientId)
    },
    removeCoverageCardSide: ({ path: { patientId, side } }) => {
      pictures = without(patientId, side)
      return cardOf(patientId)
    },
    getCoverageCardPicture: ({ path }) => find(pictures, path.pictureId).file,
  }
}
