import type { EmergencyAccessReport } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleMe, samplePatientOf } from './sample-people.ts'
import { find, instant, page } from './sample-state.ts'

const me = sampleMe.practitioner
const minute = 60_000
const day = 86_400_000

/** Charts that were opened in an emergency. None is open at first; a test or a story adds others to `state.emergencies`. */
export const emergenciesSample: SampleDomain = ({ state, live, now, newId }) => {
  const isOpen = ({ until, endedAt }: EmergencyAccessReport): boolean =>
    endedAt === undefined && Date.parse(until) > now()
  const awaits = ({ review }: EmergencyAccessReport): boolean =>
    review === undefined || review.outcome === 'more-information'
  const announce = ({ id, patientId }: EmergencyAccessReport): void =>
    live.emit({ type: 'emergency-access.changed', ids: { emergencyAccessId: id, patientId } })
  const own = ({ openedBy }: EmergencyAccessReport): boolean => openedBy.memberId === me.personId
  const part = ({ id, patientId, openedBy, reason, from, until, endedAt }: EmergencyAccessReport) => ({
    id,
    patientId,
    openedBy,
    reason,
    from,
    until,
    ...(endedAt !== undefined && { endedAt }),
  })
  return () => ({
    listOwnEmergencyAccesses: () => ({
      items: state.emergencies.filter((each) => own(each) && isOpen(each)).map(part),
    }),
    openEmergencyAccess: ({ path: { patientId }, body: { reason, text } }) => {
      if (state.emergencies.some((each) => own(each) && isOpen(each) && each.patientId === patientId))
        return problem(409, 'emergency_access_open')
      const opened: EmergencyAccessReport = {
        id: newId('emergency'),
        patientId,
        openedBy: { memberId: me.personId, displayName: me.displayName },
        reason,
        from: instant(now()),
        until: instant(now() + 60 * minute),
        patientName: samplePatientOf(patientId)?.displayName ?? null,
        text,
        reviewBy: instant(now() + 3 * day),
        version: 1,
      }
      state.emergencies.unshift(opened)
      announce(opened)
      return part(opened)
    },
    endEmergencyAccess: ({ path }) => {
      const access = find(state.emergencies, path.emergencyAccessId)
      if (!isOpen(access)) return problem(409, 'emergency_access_ended')
      access.endedAt = instant(now())
      access.version += 1
      announce(access)
      return part(access)
    },
    listEmergencyAccesses: ({ query: { waiting, ...paging } }) =>
      page(
        state.emergencies.filter((each) => waiting !== true || awaits(each)),
        paging,
      ),
    reviewEmergencyAccess: ({ path, body: { outcome, note, version } }) => {
      const access = find(state.emergencies, path.emergencyAccessId)
      if (!awaits(access)) return problem(409, 'emergency_access_reviewed')
      if (access.version !== version) return problem(409, 'version_conflict')
      access.review = {
        outcome,
        note: note ?? null,
        reviewedBy: { memberId: 'member-officer', displayName: 'Robin Reviews' },
        reviewedAt: instant(now()),
      }
      access.version += 1
      announce(access)
      return access
    },
  })
}
