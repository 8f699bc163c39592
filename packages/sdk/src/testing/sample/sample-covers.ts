import type { Cover } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleMe, samplePractitioners } from './sample-people.ts'
import { find, instant, page } from './sample-state.ts'

const me = sampleMe.practitioner

/** Colleagues who cover for each other. The clinician can take cover. No one covers for the clinician unless a test adds it. */
export const coversSample: SampleDomain = ({ state, live, now, newId }) => {
  const isActive = ({ until, endedAt }: Cover): boolean => endedAt === undefined && until > instant(now())
  const announce = ({ id, practitioner }: Cover): void =>
    live.emit({ type: 'cover.changed', ids: { coverId: id, practitionerId: practitioner.id } })
  return () => ({
    listCareTeams: () => ({ items: [], nextCursor: null }),
    listCovers: ({ query: { practitionerId, coveredBy, active, ...paging } }) =>
      page(
        state.covers.filter(
          (cover) =>
            (active === false || isActive(cover)) &&
            (!practitionerId || cover.practitioner.id === practitionerId) &&
            (!coveredBy || cover.coveredBy.memberId === coveredBy),
        ),
        paging,
      ),
    startCover: ({ body: { practitionerId, reason, until } }) => {
      if (state.covers.some((cover) => isActive(cover) && cover.practitioner.id === practitionerId))
        return problem(409, 'cover_exists')
      const { displayName } = find(samplePractitioners, practitionerId)
      const cover: Cover = {
        id: newId('cover'),
        kind: reason === 'supervision' ? 'supervision' : 'cover',
        practitioner: { id: practitionerId, displayName },
        coveredBy: { memberId: me.personId, displayName: me.displayName },
        reason,
        from: instant(now()),
        until,
      }
      state.covers.unshift(cover)
      announce(cover)
      return cover
    },
    endCover: ({ path }) => {
      const cover = find(state.covers, path.coverId)
      if (!isActive(cover)) return problem(409, 'cover_ended')
      cover.endedAt = instant(now())
      announce(cover)
      return cover
    },
  })
}
