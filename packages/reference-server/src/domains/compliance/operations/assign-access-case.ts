import { operation } from '../../../platform/contracts/operation.ts'
import { accessCaseChanged } from '../events.ts'
import { assignCase } from '../model/stored-case.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentCase } from '../presenters/present-access-cases.ts'
import { caseVersionConflict } from '../problems.ts'
import { readCase, replaceCase } from '../store/access-cases.ts'
import { isForAdministrators } from '../workflows/find-officers.ts'
import { caseReaderOf, namesOfMembers, officersWhoHandle } from '../workflows/gather-case.ts'

export const assignAccessCase = operation<ComplianceContext>()('assignAccessCase', {
  gather: async ({ path, body }, ports, context) => {
    const { found: before } = await readCase(context.db, await caseReaderOf(context, ports), path.caseId)
    const memberId = body.memberId ?? context.caller.personId
    const [mayHandle, names, officers] = await Promise.all([
      ports.directory.memberMay(context, memberId, 'access-case:handle'),
      namesOfMembers(context, ports, [before.memberId, memberId]),
      officersWhoHandle(context, ports),
    ])
    return { before, memberId, mayHandle, names, forAdministrators: isForAdministrators(officers, before.memberId) }
  },
  decide: ({ body }, { before, memberId, mayHandle, names, forAdministrators }) => {
    const after = assignCase(before, { memberId, mayHandle })
    if (body.version !== before.version) throw caseVersionConflict()
    return {
      writes: [replaceCase(after, before)],
      events: [accessCaseChanged(after, forAdministrators, 'other')],
      answer: { status: 200, body: presentCase(after, names) },
    }
  },
})
