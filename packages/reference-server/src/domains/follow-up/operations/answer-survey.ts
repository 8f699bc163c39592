import { operation } from '../../../platform/contracts/operation.ts'
import { surveyAnswered } from '../events.ts'
import { answerSurvey as answer, presentSurvey, isLow } from '../model/survey.ts'
import { raiseTask } from '../model/task.ts'
import type { FollowUpContext } from '../ports.ts'
import { raiseTasks } from '../workflows/raise-tasks.ts'
import { updateSurveyAnswer, readSurvey } from '../store/surveys.ts'

/** Can be answered once. A low answer raises a task to call the patient. */
export const answerSurvey = operation<FollowUpContext>()('answerSurvey', {
  gather: async ({ path }, { directory, policy }, context) => {
    const { patientId, practitionerId } = await readSurvey(context.db, context, path.visitId)
    await directory.actingFor(context, patientId, 'visit')
    return { policy, treating: await directory.practitioner(context, practitionerId) }
  },
  keep: async ({ path, body }, { policy, treating }, context) => {
    const { tx, now, emit, newId } = context
    const { rating, couldHearAndSee, comment } = body
    const before = await readSurvey(tx, context, path.visitId, 'for-update')
    const survey = answer(before, { rating, couldHearAndSee, ...(comment !== undefined && { comment }) }, now)
    await updateSurveyAnswer(tx, context, survey)
    const low = isLow(survey.answer, policy)
    await emit(surveyAnswered(survey, low))
    if (low) {
      const { visitId, patientId } = survey
      const raised = {
        kind: 'low-survey' as const,
        cause: `survey:${visitId}`,
        source: { entity: 'Survey' as const, id: visitId },
        patientId,
        visitId,
        // The person who calls must know the answers.
        title: [`${rating}/10`, ...(comment?.trim() ? [comment] : [])].join(': '),
      }
      await raiseTasks(context, [raiseTask(raised, policy.survey.task, treating, newId(), now)])
    }
    return { status: 200, body: presentSurvey(survey, now) }
  },
})
