import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { CompliancePorts } from '../ports.ts'
import { listAccesses } from '../store/accesses.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import { readReviewedAccesses } from '../workflows/read-reviewed-accesses.ts'

/** A role that is limited to its own work can list only its own accesses. Other actors are answered like an actor who does not exist. */
export const listActorAccesses = operation<CompliancePorts>()('listActorAccesses', {
  read: async ({ query }, _, context, ports) => {
    const { access, caller, db } = context
    if (access.reach === 'own' && query.actorId !== caller.personId) throw notFound('another_actor')
    await ports.settleAccesses()
    const page = readPageQuery(query)
    const filter = { actorId: query.actorId, from: query.from, to: query.to, readBy: personUuidOf(caller) }
    const { items, nextCursor } = pageOf(await listAccesses(db, filter, page), page)
    return { status: 200, body: { items: await readReviewedAccesses(items, context, ports), nextCursor } }
  },
})
