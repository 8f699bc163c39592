import { operation } from '../../../platform/contracts/operation.ts'
import { suppressReason } from '../model/access-suppression.ts'
import { localTimeIn } from '../model/monitor/local-time.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentSuppression } from '../presenters/present-access-cases.ts'
import { readCase } from '../store/access-cases.ts'
import { accessSuppressions } from '../store/access-suppressions.ts'
import { caseReaderOf, namesOfMembers } from '../workflows/gather-case.ts'

/** The case itself stays as it is. */
export const suppressAccessReason = operation<ComplianceContext>()('suppressAccessReason', {
  gather: async ({ path }, ports, context) => {
    const { found } = await readCase(context.db, await caseReaderOf(context, ports), path.caseId)
    const [{ zone }, names] = await Promise.all([
      ports.directory.organization(context),
      namesOfMembers(context, ports, [found.memberId, context.caller.personId]),
    ])
    return { found, zone, names, policy: ports.policy.accessCases }
  },
  decide: ({ body: { code, until, reason } }, { found, zone, names, policy }, { caller, newId, now }) => {
    const today = localTimeIn(zone)(now.getTime()).day
    const made = suppressReason(found, { id: newId(), code, until, by: caller.personId, now, today }, policy)
    return {
      writes: [accessSuppressions.insert(made, { reason })],
      answer: {
        status: 201,
        headers: { location: '/v1/access-suppressions' },
        body: presentSuppression({ ...made, reason }, names),
      },
    }
  },
})
