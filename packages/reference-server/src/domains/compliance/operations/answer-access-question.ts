import { operation } from '../../../platform/contracts/operation.ts'
import { accessQuestionAnswered } from '../events.ts'
import { answerQuestion } from '../model/access-question.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentQuestion } from '../presenters/present-access-questions.ts'
import { versionConflict } from '../problems.ts'
import { accessQuestions, readQuestion } from '../store/access-questions.ts'
import { isForAdministrators } from '../workflows/find-officers.ts'
import { officersWhoAnswer, questionReaderOf } from '../workflows/gather-question.ts'
import { gatherSurroundings } from '../workflows/gather-surroundings.ts'

/** With words that the patient reads. */
export const answerAccessQuestion = operation<ComplianceContext>()('answerAccessQuestion', {
  gather: async ({ path }, ports, context) => {
    const before = await readQuestion(context, await questionReaderOf(context, ports), path.questionId)
    const [around, officers] = await Promise.all([
      gatherSurroundings(context, ports, [before]),
      officersWhoAnswer(context, ports),
    ])
    return { before, around, officers }
  },
  decide: ({ body: { outcome, answer, version } }, { before, around, officers }, { caller, now }) => {
    const actorId = around.accesses.get(before.accessId)?.actor.id ?? null
    const after = answerQuestion(before, { by: caller.personId, actorId, outcome, now })
    if (version !== before.version) throw versionConflict()
    const content = { ...(before.text !== undefined && { text: before.text }), answer }
    return {
      writes: [accessQuestions.replace(after, before, content)],
      events: [accessQuestionAnswered(after, isForAdministrators(officers, actorId))],
      answer: { status: 200, body: presentQuestion({ ...before, ...after, ...content }, around) },
    }
  },
})
