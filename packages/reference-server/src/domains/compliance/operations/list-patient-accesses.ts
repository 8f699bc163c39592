import { operation } from '../../../platform/contracts/operation.ts'
import type { CompliancePorts } from '../ports.ts'
import { listAccesses } from '../store/accesses.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { personUuidOf, requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { isSuspended } from '../store/disclosures.ts'
import { todayIn } from '../workflows/gather-disclosure.ts'
import { readReviewedAccesses } from '../workflows/read-reviewed-accesses.ts'

/**
 * Includes earlier reads of this list: reading it is an access too. While a disclosure is held back from the patient, who recorded it would
 * give it away: what staff did with disclosures is left out until then.
 */
export const listPatientAccesses = operation<CompliancePorts>()('listPatientAccesses', {
  gather: async ({ path }, { directory, settleAccesses }, context) => {
    await directory.actingFor(context, path.patientId, 'record')
    await directory.patientZone(context, path.patientId)
    await settleAccesses()
    if (context.caller.kind === 'member') return false
    return isSuspended(context.db, requireUuid(path.patientId), await todayIn(context, { directory }))
  },
  read: async ({ path: { patientId }, query }, withoutDisclosures, context, ports) => {
    const page = readPageQuery(query)
    const notBy = query.others === true ? context.caller.personId : undefined
    const filter = {
      patientId,
      from: query.from,
      to: query.to,
      notBy,
      withoutDisclosures,
      readBy: personUuidOf(context.caller),
      withheld: context.access.withheld,
    }
    const { items, nextCursor } = pageOf(await listAccesses(context.db, filter, page), page)
    return { status: 200, body: { patientId, items: await readReviewedAccesses(items, context, ports), nextCursor } }
  },
})
