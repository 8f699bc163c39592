import { operation } from '../../../platform/contracts/operation.ts'
import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import type { ComplianceContext } from '../ports.ts'
import { readReviewedAccesses } from '../workflows/read-reviewed-accesses.ts'
import { presentCase } from '../presenters/present-access-cases.ts'
import { readCase } from '../store/access-cases.ts'
import { findAccesses } from '../store/accesses.ts'
import { caseReaderOf, namesOfMembers } from '../workflows/gather-case.ts'

/** Most accesses of a case that are shown. All of them are in the list of the member's accesses. */
const shown = 200

/** With the patients: reading a case is an access to each of them. */
export const getAccessCase = operation<ComplianceContext>()('getAccessCase', {
  read: async ({ path }, _, context, ports) => {
    const { found, decrypt } = await readCase(context.db, await caseReaderOf(context, ports), path.caseId)
    const readBy = personUuidOf(context.caller)
    const stored = [...(await findAccesses(context.db, found.accessIds.slice(-shown), { readBy })).values()]
    const patientIds = [...new Set(stored.flatMap(({ patientId }) => patientId ?? []))]
    const [{ note }, accesses, patients, names] = await Promise.all([
      decrypt(context),
      readReviewedAccesses(stored, context, ports),
      ports.directory.patientSummaries(context, patientIds),
      namesOfMembers(context, ports, [found.memberId, found.assignedTo, found.closedBy]),
    ])
    return {
      status: 200,
      body: {
        ...presentCase(found, names),
        ...(note !== undefined && { note }),
        accesses,
        patients: [...patients.values()],
      },
    }
  },
})
