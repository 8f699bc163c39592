import { Problem } from '../../platform/problems/problem.ts'

/** The problems of patients' requests. None contains a text of a request or of an answer. */

export const versionConflict = (): Problem =>
  new Problem(409, 'version_conflict', 'It has changed since you opened it. Read it again and repeat your change.')

export const requestAnswered = (): Problem =>
  new Problem(409, 'request_answered', 'This request has been answered. Read it again.')

export const groundMissing = (grounds: readonly string[]): Problem =>
  new Problem(422, 'ground_missing', 'A request can be denied on these grounds only. Choose one of them.', {
    errors: [
      {
        pointer: '/ground',
        code: 'ground_missing',
        message:
          grounds.length === 0
            ? 'None fits: nothing requires that it stays.'
            : `Must be one of: ${grounds.join(', ')}.`,
      },
    ],
  })

export const recordHeld = (): Problem =>
  new Problem(
    409,
    'record_held',
    'A legal hold is in force: this record is not erased. Release the hold first, or deny.',
  )

export const recordMustBeKept = (until: string): Problem =>
  new Problem(
    409,
    'record_must_be_kept',
    `This record has to be kept until ${until}. Deny the request with this ground.`,
  )

export const correctionMissing = (): Problem =>
  new Problem(
    409,
    'correction_missing',
    'The note has no addendum since the patient asked. Let the clinician add the correction, then accept.',
  )

export const extensionRefused = (): Problem =>
  new Problem(409, 'extension_refused', 'The time was extended before, or it is over. Answer the request now.')

export const disagreementRefused = (): Problem =>
  new Problem(409, 'disagreement_refused', 'You can say that you disagree once, with a correction that was denied.')

export const tooManyOpenRequests = (): Problem =>
  new Problem(409, 'too_many_open_requests', 'The clinic has not answered your other requests yet. Ask again later.')

export const noteNotSigned = (): Problem =>
  new Problem(409, 'note_not_signed', 'There is no signed note of this visit. Ask for a correction once it is signed.')

export const nothingToNotify = (): Problem =>
  new Problem(
    409,
    'nothing_to_notify',
    'Only a recipient to whom the patient agreed is notified, of a correction or of a disagreement. Read the request again.',
  )

export const reasonMissing = (): Problem =>
  new Problem(422, 'reason_missing', 'Say why it was not possible.', {
    errors: [{ pointer: '/note', code: 'reason_missing', message: 'Must say why it was not possible.' }],
  })

export const dayRefused = (from: string, today: string): Problem =>
  new Problem(422, 'day_refused', 'The day is before the answer to the request, or in the future.', {
    errors: [{ pointer: '/on', code: 'day_refused', message: `Must be from ${from} to ${today}.` }],
  })
