import { operation } from '../../../platform/contracts/operation.ts'
import { accessQuestionChanged } from '../events.ts'
import { assignQuestion } from '../model/access-question.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentQuestion } from '../presenters/present-access-questions.ts'
import { versionConflict } from '../problems.ts'
import { accessQuestions, readQuestion } from '../store/access-questions.ts'
import { gatherSurroundings } from '../workflows/gather-surroundings.ts'

export const assignAccessQuestion = operation<ComplianceContext>()('assignAccessQuestion', {
  gather: async ({ path, body }, ports, context) => {
    const before = await readQuestion(context, path.questionId)
    const memberId = body.memberId ?? context.caller.personId
    const [mayAnswer, around] = await Promise.all([
      ports.directory.memberMay(context, memberId, 'access-question:answer'),
      gatherSurroundings(context, ports, [{ ...before, assignedTo: memberId }]),
    ])
    return { before, around, memberId, mayAnswer }
  },
  decide: ({ body }, { before, around, memberId, mayAnswer }) => {
    const after = assignQuestion(before, { memberId, mayAnswer })
    if (body.version !== before.version) throw versionConflict()
    return {
      writes: [accessQuestions.replace(after, before)],
      events: [accessQuestionChanged(after)],
      answer: { status: 200, body: presentQuestion({ ...before, ...after }, around) },
    }
  },
})
