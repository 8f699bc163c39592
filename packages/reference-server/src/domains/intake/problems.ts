import { Problem, type FaultyProperty } from '../../platform/problems/problem.ts'

/** The problems of intake. None contains an answer, only its position. */

export const versionConflict = (): Problem =>
  new Problem(
    409,
    'version_conflict',
    'These answers were changed on another screen. Read them again; what you typed is still on yours.',
  )

export const alreadySubmitted = (): Problem =>
  new Problem(
    409,
    'already_submitted',
    'These answers were submitted already. Tell the clinician during the visit if something changed.',
  )

export const appointmentClosed = (): Problem =>
  new Problem(409, 'appointment_closed', 'This appointment is over or was cancelled, so its questions are closed.')

export const unknownQuestion = (errors: readonly FaultyProperty[]): Problem =>
  new Problem(
    422,
    'unknown_question',
    'An answer names a question that this questionnaire does not ask. Load the questionnaire again.',
    {
      errors,
    },
  )

export const answersInvalid = (errors: readonly FaultyProperty[]): Problem =>
  new Problem(422, 'answers_invalid', 'Some answers are not as the questions expect. Each is named below.', { errors })

/** `pointer` is `question:<linkId>`, because a missing answer has no position in the body. */
export const answersMissing = (linkIds: readonly string[]): Problem =>
  new Problem(422, 'answers_missing', 'Some questions still need an answer. Each is named below.', {
    errors: linkIds.map((linkId) => ({
      pointer: `question:${linkId}`,
      code: 'required',
      message: 'Answer this question.',
    })),
  })
