import { operation } from '../../../platform/contracts/operation.ts'
import { surveyAnswered } from '../events.ts'
import { answerSurvey as answer, describeSurvey, isLow } from '../model/survey.ts'
import { raiseTask } from '../model/task.ts'
import type { FollowUpContext } from '../ports.ts'
import { raise } from '../workflows/raise.ts'
import { keepAnswer, readSurvey } from '../store/surveys.ts'

/** Once. Whoever was not well served is called: a low answer raises a task. */
export const answerSurvey = operation<FollowUpContext>()('answerSurvey', {
  gather: async ({ path }, { directory, policy }, reading) => {
    const { patientId, practitionerId } = await readSurvey(reading.db, reading, path.visitId)
    await directory.actingFor(reading, patientId, 'visit')
    return { policy, treating: await directory.practitioner(reading, practitionerId) }
  },
  keep: async ({ path, body }, { policy, treating }, keeping) => {
    const { tx, now, emit, newId } = keeping
    const { rating, couldHearAndSee, comment } = body
    const before = await readSurvey(tx, keeping, path.visitId, 'lock')
    const survey = answer(before, { rating, couldHearAndSee, ...(comment !== undefined && { comment }) }, now)
    await keepAnswer(tx, keeping, survey)
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
        // Whoever calls has to know what was wrong.
        title: [`${rating}/10`, ...(comment?.trim() ? [comment] : [])].join(': '),
      }
      await raise(keeping, [raiseTask(raised, policy.survey.task, treating, newId(), now)])
    }
    return { status: 200, body: describeSurvey(survey, now) }
  },
})
