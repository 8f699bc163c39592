import type { ListCareParticipants } from '../../platform/care/care-ports.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { NextVisit } from './model/summary.ts'
import { listFollowUpCareParticipants } from './store/care-participants.ts'
import { personUuidOf } from '../../platform/database/ids/require-uuid.ts'
import { teamOf, type Role } from './model/task.ts'
import { countOpenTasks, type CountedTasks } from './store/tasks.ts'
import { readSummary } from './store/summaries.ts'

/** What downstream domains can read about follow-up. */
export interface FollowUpProvides {
  /** Open tasks of the caller, of the caller's roles and of the caller's colleagues. Decrypts nothing and records no access. */
  openTasks(context: ReadContext): Promise<readonly CountedTasks[]>
  /** Whether the caller has colleagues whose tasks the caller may take over. */
  hasTeam(context: ReadContext): boolean
  /**
   * The proposed visit after a visit, and whether it is booked; null without a proposal. Decrypts the summary and records the access.
   * Throws `not_found`.
   */
  nextVisit(context: ReadContext, visitId: string): Promise<NextVisit | null>
  /**
   * Practitioners, members and specialties with a relationship to these patients, as known to this domain. Decrypts nothing and records no
   * access.
   */
  readonly listCareParticipants: ListCareParticipants
}

export const followUpProvides = (database: Pick<Database, 'reader'>): FollowUpProvides => ({
  openTasks: async ({ caller, access }) => {
    const counted = await countOpenTasks(
      database.reader({ domain: 'follow_up', organizationId: caller.organizationId }),
      caller.organizationId,
      {
        memberId: personUuidOf(caller),
        roles: caller.roles as readonly Role[],
        team: teamOf(caller, access) ?? [],
      },
    )
    const within = await access.within(counted.flatMap(({ patientId }) => patientId ?? []))
    return counted.filter(({ patientId }) => patientId === null || within.has(patientId))
  },
  hasTeam: ({ caller, access }) => teamOf(caller, access) !== null,
  nextVisit: async (context, visitId) => {
    const db = database.reader({ domain: 'follow_up', organizationId: context.caller.organizationId })
    return (await readSummary(db, context, visitId)).next
  },
  listCareParticipants: (organizationId, patientIds) =>
    listFollowUpCareParticipants(database.reader({ domain: 'follow_up', organizationId }), patientIds),
})
