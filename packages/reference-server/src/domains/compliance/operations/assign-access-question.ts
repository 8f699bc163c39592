import { operation } from '../../../platform/contracts/operation.ts'
import { accessQuestionChanged } from '../events.ts'
import { assignQuestion } from '../model/access-question.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentQuestion } from '../presenters/present-access-questions.ts'
import { versionConflict } from '../problems.ts'
import { accessQuestions, readQuestion } from '../store/access-questions.ts'
import { isForAdministrators } from '../workflows/find-officers.ts'
import { mayAnswer, officersWhoAnswer, questionReaderOf } from '../workflows/gather-question.ts'
import { gatherSurroundings } from '../workflows/gather-surroundings.ts'

export const assignAccessQuestion = operation<ComplianceContext>()('assignAccessQuestion', {
  gather: async ({ path, body }, ports, context) => {
    const before = await readQuestion(context, await questionReaderOf(context, ports), path.questionId)
    const memberId = body.memberId ?? context.caller.personId
    const [officers, around] = await Promise.all([
      officersWhoAnswer(context, ports),
      gatherSurroundings(context, ports, [{ ...before, assignedTo: memberId }]),
    ])
    const actorId = around.accesses.get(before.accessId)?.actor.id ?? null
    const forAdministrators = isForAdministrators(officers, actorId)
    const may = await mayAnswer(context, ports, memberId, forAdministrators)
    return { before, around, forAdministrators, to: { memberId, mayAnswer: may, actorId } }
  },
  decide: ({ body }, { before, around, forAdministrators, to }) => {
    const after = assignQuestion(before, to)
    if (body.version !== before.version) throw versionConflict()
    return {
      writes: [accessQuestions.replace(after, before)],
      events: [accessQuestionChanged(after, forAdministrators, 'other')],
      answer: { status: 200, body: presentQuestion({ ...before, ...after }, around) },
    }
  },
})
