import type { components } from '@visitkit/contract'
import { alreadyAnswered, surveyClosed } from '../problems.ts'
import type { FollowUpPolicy } from './follow-up-policy.ts'

/** The patient's rating of a visit. One for each visit, answered once. */
export interface Survey {
  readonly visitId: string
  readonly patientId: string
  readonly practitionerId: string
  readonly closesAt: Date
  readonly answeredAt: Date | null
  /** Encrypted; null until it is answered. */
  readonly answer: SurveyAnswer | null
}
export interface SurveyAnswer {
  /** 0 to 10. */
  readonly rating: number
  readonly couldHearAndSee: boolean
  readonly comment?: string | undefined
}

type Policy = Pick<FollowUpPolicy, 'survey'>

export const openSurvey = (
  visit: Pick<Survey, 'visitId' | 'patientId' | 'practitionerId'>,
  { survey }: Policy,
  now: Date,
): Survey => ({
  ...visit,
  closesAt: new Date(now.getTime() + survey.openDays * 86_400_000),
  answeredAt: null,
  answer: null,
})

/** Throws `already_answered` or `survey_closed`. */
export const answerSurvey = (
  survey: Survey,
  answer: SurveyAnswer,
  now: Date,
): Survey & { readonly answer: SurveyAnswer } => {
  if (survey.answer !== null) throw alreadyAnswered()
  if (survey.closesAt <= now) throw surveyClosed()
  return { ...survey, answer, answeredAt: now }
}

/** The patient should be called: the visit was bad, or they could not hear or see it. */
export const isLow = ({ rating, couldHearAndSee }: SurveyAnswer, { survey }: Policy): boolean =>
  rating <= survey.lowAtMost || !couldHearAndSee

export const presentSurvey = (survey: Survey, now: Date): components['schemas']['Survey'] => {
  const { visitId, patientId, answer, answeredAt } = survey
  return {
    visitId,
    patientId,
    status: answer !== null ? 'answered' : survey.closesAt <= now ? 'closed' : 'open',
    ...(answer && {
      rating: answer.rating,
      couldHearAndSee: answer.couldHearAndSee,
      ...(answer.comment !== undefined && { comment: answer.comment }),
    }),
    ...(answeredAt && { answeredAt: answeredAt.toISOString() }),
  }
}
