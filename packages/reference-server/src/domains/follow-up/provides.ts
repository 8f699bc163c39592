import type { CarersOf } from '../../platform/care/care-ports.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { NextVisit } from './model/summary.ts'
import { followUpCarers } from './store/caregivers.ts'
import { readSummary } from './store/summaries.ts'

/** What the domains after follow-up may ask. */
export interface FollowUpProvides {
  /** What was proposed after a visit, and whether it is booked; null without a proposal. Opens the summary and notes the access. Throws `not_found`. */
  nextVisit(context: ReadContext, visitId: string): Promise<NextVisit | null>
  /** Who cares for these patients, as far as is known here. Opens nothing and notes no access. */
  readonly carersOf: CarersOf
}

export const followUpProvides = (database: Pick<Database, 'reader'>): FollowUpProvides => ({
  nextVisit: async (context, visitId) => {
    const db = database.reader({ domain: 'follow_up', organizationId: context.caller.organizationId })
    return (await readSummary(db, context, visitId)).next
  },
  carersOf: (organizationId, patientIds) =>
    followUpCarers(database.reader({ domain: 'follow_up', organizationId }), patientIds),
})
