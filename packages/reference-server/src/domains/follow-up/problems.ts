import { Problem, type FaultyProperty } from '../../platform/problems/problem.ts'

/** The problems of follow-up. None contains a title, a question, a report or a comment. */

export const versionConflict = (): Problem =>
  new Problem(409, 'version_conflict', 'It has changed since you opened it. Read it again and repeat your change.')

export const taskEnded = (): Problem =>
  new Problem(409, 'task_ended', 'This task is done or was cancelled. Add a new one if something is left to do.')

export const alertAcknowledged = (displayName: string | undefined): Problem =>
  new Problem(
    409,
    'alert_acknowledged',
    displayName === undefined
      ? 'Another member of staff has acknowledged this alert.'
      : `${displayName} has acknowledged this alert. Ask them before you act.`,
  )

export const unknownMember = (): Problem =>
  new Problem(422, 'unknown_member', 'No member has this id. Choose one from the list of members.', {
    errors: [{ pointer: '/assigneeId', code: 'unknown_member', message: 'Must be the id of a member.' }],
  })

export const notPublished = (): Problem =>
  new Problem(
    409,
    'not_published',
    'The summary of this visit is not ready yet. It appears here once your clinician has signed the note.',
  )

export const unknownVisitType = (): Problem =>
  new Problem(
    422,
    'unknown_visit_type',
    'This visit type does not exist or is no longer offered. Choose another one.',
    {
      errors: [
        { pointer: '/visitTypeId', code: 'unknown_visit_type', message: 'Must be a visit type that is offered.' },
      ],
    },
  )

export const invalidStep = (status: string, allowed: readonly string[]): Problem =>
  new Problem(
    409,
    'invalid_step',
    allowed.length === 0
      ? 'This referral is closed. Send a new one if the patient has to be seen again.'
      : `A referral that is ${status} goes on with ${allowed.join(' or ')}.`,
  )

export const alreadyAnswered = (): Problem =>
  new Problem(409, 'already_answered', 'This survey was answered already. Thank you: nothing more is needed.')

export const surveyClosed = (): Problem =>
  new Problem(409, 'survey_closed', 'This survey is closed. Send the clinic a message instead.')

export const invalidRequest = (errors: readonly FaultyProperty[]): Problem =>
  new Problem(400, 'invalid_request', 'Some properties are not as they should be.', { errors })
