import type { ReadContext } from '../../../platform/contracts/context.ts'
import { careLinks } from './care-links.ts'
import { homesOf } from '../model/monitor-fact.ts'
import { numberedByOrder } from '../model/monitor/numbered-by-order.ts'
import type { MonitorPolicy } from '../model/monitor/monitor-policy.ts'
import type { CareLink, MonitoredAccess, MonitoredFacts } from '../model/monitor/monitored-facts.ts'
import type { CompliancePorts, ReviewedEmergency } from '../ports.ts'
import { listSuppressionsInForce } from '../store/access-suppressions.ts'
import { listFactsThatCount } from '../store/monitor-facts.ts'
import { findLastSeen } from '../store/monitored-days.ts'
import type { MonitoredRow } from '../store/monitored-ledger.ts'

/** Only what was read: what was written leaves a trace of its own, with the name of who wrote it. */
export const monitoredAccessOf = ({ id, at, memberId, patientId, action, entity }: MonitoredRow): MonitoredAccess => ({
  id,
  at: at.getTime(),
  memberId,
  patientId,
  action: action === 'search' ? 'search' : 'open',
  sensitive: entity === 'PsychotherapyNote' ? 'psychotherapy' : null,
})

/** Rows of the ledger that say themselves what explains them: the review of accesses, and a cover that the server has verified. */
const linksOfRows = (rows: readonly MonitoredRow[], { explainedByWork }: MonitorPolicy): readonly CareLink[] =>
  rows.flatMap(({ id, at, memberId, patientId, because, onBehalfOf }): CareLink[] => {
    if (patientId === null) return []
    const isReview = explainedByWork.includes(because)
    if (!isReview && onBehalfOf === null) return []
    const from = at.getTime()
    return [{ id, kind: isReview ? 'purpose' : 'care-team', patientId, memberId, teamId: null, from, until: from + 1 }]
  })

/** An emergency is documented when the chart is opened. It explains what was opened in it, unless a person has found that it does not. */
const emergencyOf = ({ id, memberId, patientId, from, until, endedAt, outcome }: ReviewedEmergency) => ({
  ...{ id, memberId, patientId },
  from: from.getTime(),
  until: (endedAt ?? until).getTime(),
  documentedAt: outcome === 'not-appropriate' ? Number.POSITIVE_INFINITY : from.getTime(),
})

/** What explains and flags these accesses, by the care register and by what privacy officers have recorded. Decrypts nothing. */
export const gatherMonitoredFacts = async (
  context: ReadContext,
  { directory, readParticipants }: Pick<CompliancePorts, 'directory' | 'readParticipants'>,
  policy: MonitorPolicy,
  rows: readonly MonitoredRow[],
  firstDay: number,
): Promise<MonitoredFacts> => {
  const { db, caller, now } = context
  const { organizationId } = caller
  const opened = rows.filter(({ action, patientId }) => action !== 'search' && patientId !== null)
  const roles = new Map(rows.map(({ memberId, role }) => [memberId, role]))
  const memberIds = [...roles.keys()]
  const patientIds = [...new Set(opened.flatMap(({ patientId }) => patientId ?? []))]
  const [practitioners, participants, known, suppressions, lastSeen, disabled, next, emergencies] = await Promise.all([
    directory.practitioners(context),
    readParticipants(organizationId, patientIds, now),
    listFactsThatCount(db, now),
    listSuppressionsInForce(db, firstDay),
    findLastSeen(db, memberIds, firstDay),
    directory.monitored.disabledMembers(context),
    directory.monitored.nextRecords(context, patientIds),
    directory.monitored.emergenciesBetween(context, memberIds, patientIds),
  ])
  const practitionerOf = new Map(practitioners.map(({ id, memberId }) => [memberId, id]))
  const circles = new Map(
    await Promise.all(
      memberIds.map(async (memberId) => {
        const member = { organizationId, memberId, practitionerId: practitionerOf.get(memberId) ?? null }
        return [memberId, await directory.circleOf(member, now)] as const
      }),
    ),
  )
  const pairs = new Map(
    opened.flatMap(({ memberId, role, patientId }) =>
      patientId === null ? [] : [[`${memberId} ${patientId}`, { memberId, role, patientId }] as const],
    ),
  )
  const homes = homesOf(known)
  const numbers = numberedByOrder(patientIds, next)
  return {
    members: [...new Set([...memberIds, ...homes.colleagues])].map((id) => ({
      ...homes.memberOf(id),
      id,
      role: roles.get(id) ?? '',
      teamId: null,
      surnameKeys: [],
      disabledAt: disabled.get(id)?.getTime() ?? null,
      lastAccessAt: lastSeen.get(id)?.getTime() ?? null,
    })),
    patients: patientIds.map((id) => ({
      ...homes.patientOf(id),
      id,
      surnameKeys: [],
      deceasedAt: null,
      recordNumber: numbers.get(id) ?? null,
    })),
    links: [...careLinks([...pairs.values()], circles, participants, policy, now), ...linksOfRows(opened, policy)],
    covers: [],
    emergencies: emergencies.map(emergencyOf),
    shifts: [],
    suppressions,
  }
}
