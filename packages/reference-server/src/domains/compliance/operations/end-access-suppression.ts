import { operation } from '../../../platform/contracts/operation.ts'
import { endSuppression } from '../model/access-suppression.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentSuppression } from '../presenters/present-access-cases.ts'
import { suppressionVersionConflict } from '../problems.ts'
import { accessSuppressions, readSuppression } from '../store/access-suppressions.ts'
import { namesOfMembers } from '../workflows/gather-case.ts'

/** Ending it again changes nothing. */
export const endAccessSuppression = operation<ComplianceContext>()('endAccessSuppression', {
  gather: async ({ path }, ports, context) => {
    const before = await readSuppression(context.db, context, path.suppressionId)
    return { before, names: await namesOfMembers(context, ports, [before.memberId, before.createdBy]) }
  },
  decide: ({ body }, { before, names }, { now }) => {
    if (body.version !== before.version) throw suppressionVersionConflict()
    const after = endSuppression(before, now)
    return {
      writes: after === before ? [] : [accessSuppressions.replace(after, before)],
      answer: { status: 200, body: presentSuppression({ ...before, ...after }, names) },
    }
  },
})
