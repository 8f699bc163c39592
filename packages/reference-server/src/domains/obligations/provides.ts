import type { Database } from '../../platform/contracts/database.ts'
import { addDays, dayOf, startOf } from './model/day.ts'
import type { ObligationPolicy } from './model/obligation-policy.ts'
import { lastDayOfAccess } from './model/training.ts'
import type { ObligationPorts } from './ports.ts'
import { hasIncident } from './store/incidents.ts'
import { listCompleted, listStoppingCourses } from './store/trainings.ts'

/** What obligations provide to identity, before there is a caller, and to compliance. */
export interface ObligationProvides {
  /** When an expired training stops the member’s access to patients; null: no course does. */
  trainingEndsAt(organizationId: string, memberId: string, now: Date): Promise<Date | null>
  /** Whether the organization has this incident. Decrypts nothing. */
  hasIncident(organizationId: string, incidentId: string): Promise<boolean>
}

export const obligationProvides = ({
  database,
  ports: { directory },
  policy,
}: {
  readonly database: Pick<Database, 'reader'>
  readonly ports: ObligationPorts
  readonly policy: ObligationPolicy
}): ObligationProvides => ({
  hasIncident: (organizationId, incidentId) =>
    hasIncident(database.reader({ domain: 'obligations', organizationId }), incidentId),
  trainingEndsAt: async (organizationId, memberId, now) => {
    const db = database.reader({ domain: 'obligations', organizationId })
    const courses = await listStoppingCourses(db, policy.mostEntries)
    if (courses.length === 0) return null
    const [member, completed] = await Promise.all([
      directory.activeMember(organizationId, memberId),
      listCompleted(db, { memberId }),
    ])
    if (member === null) return null
    const { zone, since, displayName, roles } = member
    const colleague = { memberId, displayName, roles, since: dayOf(since, zone) }
    const last = lastDayOfAccess(colleague, courses, completed, dayOf(now, zone), policy)
    return last === null ? null : startOf(addDays(last, 1), zone)
  },
})
