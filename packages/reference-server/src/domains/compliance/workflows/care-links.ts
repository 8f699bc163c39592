import { relationshipOf, type CareParticipant, type Circle } from '../../../platform/care/relationship.ts'
import type { MonitorPolicy } from '../model/monitor/monitor-policy.ts'
import type { CareLink, LinkKind } from '../model/monitor/monitored-facts.ts'

/** A member and a patient whose record they opened. */
export interface ReaderAndPatient {
  readonly memberId: string
  readonly role: string
  readonly patientId: string
}

/** No bound: the care register has applied the windows of the organization's policy already. */
const always = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY }

const kindOf = (
  { memberId, role }: ReaderAndPatient,
  circle: Circle | undefined,
  participants: readonly CareParticipant[],
  policy: Pick<MonitorPolicy, 'sharedWork'>,
  now: Date,
): LinkKind | null => {
  const shared = policy.sharedWork[role] ?? []
  const found = participants.find(({ basis }) => shared.includes(basis))
  if (found !== undefined) return found.basis
  const own = circle ?? {
    memberId,
    practitionerId: null,
    specialties: [],
    team: new Set(),
    covers: [],
    emergencies: [],
  }
  const related = relationshipOf({ ...own, chartReach: 'assigned' }, [role], participants, now)
  if (related === null || related.basis === 'organization-policy' || related.basis === 'emergency') return null
  return related.basis === 'team' || 'onBehalfOf' in related ? 'care-team' : related.basis
}

/**
 * What links readers to patients by the work of the organization: their own, that of their teams and of those they cover, and for roles
 * whose work is about all patients that of others. That the organization opens every chart to its clinicians links no one.
 */
export const careLinks = (
  pairs: readonly ReaderAndPatient[],
  circles: ReadonlyMap<string, Circle>,
  participants: readonly CareParticipant[],
  policy: Pick<MonitorPolicy, 'sharedWork'>,
  now: Date,
): readonly CareLink[] => {
  const ofPatients = Map.groupBy(participants, ({ patientId }) => patientId)
  return pairs.flatMap((pair): CareLink[] => {
    const { memberId, patientId } = pair
    const kind = kindOf(pair, circles.get(memberId), ofPatients.get(patientId) ?? [], policy, now)
    return kind === null
      ? []
      : [{ id: `${kind} ${memberId} ${patientId}`, kind, patientId, memberId, teamId: null, ...always }]
  })
}
