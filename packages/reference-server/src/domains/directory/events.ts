import type { NewEvent } from '../../platform/seams.ts'
import type { CareTeam } from './store/care-teams.ts'
import type { Cover } from './model/cover.ts'

/** What the directory says of care teams and covers: ids, codes and times. */

const dataOf = ({ id, practitionerId, coveredBy, kind, reason }: Cover): NewEvent['data'] => ({
  coverId: id,
  practitionerId,
  coveredBy,
  kind,
  reason,
})

export const coverStarted = (cover: Cover): NewEvent => ({
  type: 'directory.cover-started',
  data: { ...dataOf(cover), from: cover.from.toISOString(), until: cover.until.toISOString() },
})

export const coverEnded = (cover: Cover): NewEvent => ({ type: 'directory.cover-ended', data: dataOf(cover) })

export const careTeamChanged = ({ id, version }: CareTeam): NewEvent => ({
  type: 'directory.care-team-changed',
  data: { careTeamId: id, version },
})
