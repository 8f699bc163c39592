import { operation } from '../../../platform/contracts/operation.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { accessCaseChanged } from '../events.ts'
import { closeCase } from '../model/stored-case.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentCase } from '../presenters/present-access-cases.ts'
import { caseVersionConflict, incidentUnknown } from '../problems.ts'
import { readCase, replaceCase } from '../store/access-cases.ts'
import { isForAdministrators } from '../workflows/find-officers.ts'
import { caseReaderOf, namesOfMembers, officersWhoHandle } from '../workflows/gather-case.ts'

/** Not by the person whom it is about: to them the case does not exist. */
export const closeAccessCase = operation<ComplianceContext>()('closeAccessCase', {
  gather: async ({ path, body: { incidentId } }, ports, context) => {
    const { found: before } = await readCase(context.db, await caseReaderOf(context, ports), path.caseId)
    const { organizationId } = context.caller
    if (incidentId !== undefined && !(await ports.incidents.hasIncident(organizationId, incidentId)))
      throw incidentUnknown()
    const [names, officers] = await Promise.all([
      namesOfMembers(context, ports, [before.memberId, before.assignedTo, context.caller.personId]),
      officersWhoHandle(context, ports),
    ])
    return { before, names, forAdministrators: isForAdministrators(officers, before.memberId) }
  },
  decide: (
    { body: { disposition, note, incidentId, version } },
    { before, names, forAdministrators },
    { caller, now },
  ) => {
    const after = closeCase(before, {
      by: caller.personId,
      disposition,
      incidentId: incidentId === undefined ? null : requireUuid(incidentId),
      now,
    })
    if (version !== before.version) throw caseVersionConflict()
    return {
      writes: [replaceCase(after, before, { note })],
      events: [accessCaseChanged(after, forAdministrators, 'other')],
      answer: { status: 200, body: presentCase(after, names) },
    }
  },
})
