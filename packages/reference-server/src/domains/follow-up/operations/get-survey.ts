import { operation } from '../../../platform/contracts/operation.ts'
import { presentSurvey } from '../model/survey.ts'
import type { FollowUpContext } from '../ports.ts'
import { readSurvey } from '../store/surveys.ts'

export const getSurvey = operation<FollowUpContext>()('getSurvey', {
  read: async ({ path }, _, context, { directory }) => {
    const survey = await readSurvey(context.db, context, path.visitId)
    await directory.actingFor(context, survey.patientId, 'visit')
    return { status: 200, body: presentSurvey(survey, context.now) }
  },
})
