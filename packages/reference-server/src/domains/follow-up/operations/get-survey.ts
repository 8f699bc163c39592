import { operation } from '../../../platform/contracts/operation.ts'
import { describeSurvey } from '../model/survey.ts'
import type { FollowUpContext } from '../ports.ts'
import { readSurvey } from '../store/surveys.ts'

export const getSurvey = operation<FollowUpContext>()('getSurvey', {
  read: async ({ path }, _, reading, { directory }) => {
    const survey = await readSurvey(reading.db, reading, path.visitId)
    await directory.actingFor(reading, survey.patientId, 'visit')
    return { status: 200, body: describeSurvey(survey, reading.now) }
  },
})
