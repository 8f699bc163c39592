import { operation } from '../../../platform/contracts/operation.ts'
import { surveyAnswered } from '../events.ts'
import { answerSurvey as answer, presentSurvey, isLow } from '../model/survey.ts'
import { raiseTask } from '../model/task.ts'
import type { FollowUpContext } from '../ports.ts'
import { raiseTasks } from '../workflows/raise-tasks.ts'
import { readSurvey, replaceSurvey } from '../store/surveys.ts'

/** Can be answered once. A low answer raises a task to call the patient, any other with a comment one to read it. */
export const answerSurvey = operation<FollowUpContext>()('answerSurvey', {
  gather: async ({ path }, { directory, policy }, context) => {
    const before = await readSurvey(context.db, context, path.visitId)
    await directory.actingFor(context, before.patientId, 'visit')
    return { before, policy, treating: await directory.practitioner(context, before.practitionerId) }
  },
  decide: ({ body }, { before, policy, treating }, { now, newId }) => {
    const { rating, couldHearAndSee, comment } = body
    const survey = answer(before, { rating, couldHearAndSee, ...(comment !== undefined && { comment }) }, now)
    const low = isLow(survey.answer, policy)
    const { visitId, patientId } = survey
    const said = comment?.trim() ?? ''
    const raised = {
      kind: low ? ('low-survey' as const) : ('survey-comment' as const),
      cause: `survey:${visitId}`,
      source: { entity: 'Survey' as const, id: visitId },
      patientId,
      visitId,
      // The person who calls must know the answers.
      title: said === '' ? `${rating}/10` : `${rating}/10: ${said}`,
    }
    const rule = low ? policy.survey.task : policy.survey.comment
    const task = raiseTasks(low || said !== '' ? [raiseTask(raised, rule, treating, newId(), now)] : [])
    return {
      writes: [replaceSurvey(survey, before), ...task.writes],
      events: [surveyAnswered(survey, low), ...task.events],
      answer: { status: 200, body: presentSurvey(survey, now) },
    }
  },
})
