import { operation } from '../../../platform/contracts/operation.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { accessQuestionChanged } from '../events.ts'
import { askQuestion } from '../model/access-question.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentQuestion } from '../presenters/present-access-questions.ts'
import { alreadyAsked } from '../problems.ts'
import { accessQuestions, countOpenQuestions } from '../store/access-questions.ts'
import { findAccesses } from '../store/accesses.ts'
import { isForAdministrators } from '../workflows/find-officers.ts'
import { officersWhoAnswer } from '../workflows/gather-question.ts'
import { gatherSurroundings } from '../workflows/gather-surroundings.ts'

/** About an access to this patient's record that the caller may learn of: another one is answered as unknown. */
export const askAboutAccess = operation<ComplianceContext>()('askAboutAccess', {
  gather: async ({ path: { patientId }, body }, ports, context) => {
    await ports.directory.actingFor(context, patientId, 'record')
    await ports.directory.patientZone(context, patientId)
    await ports.settleAccesses()
    const accessId = requireUuid(body.accessId)
    const access = (await findAccesses(context.db, [accessId], { withheld: context.access.withheld })).get(accessId)
    if (access?.patientId !== patientId) throw notFound('access unknown')
    const around = await gatherSurroundings(context, ports, [{ accessId, patientId, assignedTo: null }])
    const open = await countOpenQuestions(context.db, context.caller.organizationId, patientId)
    const forAdministrators = isForAdministrators(await officersWhoAnswer(context, ports), access.actorId)
    return { accessId, around, open, forAdministrators, policy: ports.policy.accessQuestions }
  },
  decide: (
    { path: { patientId }, body },
    { accessId, around, open, forAdministrators, policy },
    { caller, newId, now },
  ) => {
    const { reason, text } = body
    const asked = askQuestion({ id: newId(), patientId, accessId, reason, askedBy: caller.personId, now, open }, policy)
    const content = text === undefined ? {} : { text }
    return {
      writes: [accessQuestions.insertOnce(asked, content)],
      events: [accessQuestionChanged(asked, forAdministrators, 'other')],
      otherwise: () => {
        throw alreadyAsked()
      },
      answer: {
        status: 201,
        headers: { location: `/v1/access-questions?patientId=${patientId}` },
        body: presentQuestion({ ...asked, ...content }, around),
      },
    }
  },
})
