import { Problem, type FaultyProperty } from '../../platform/problems/problem.ts'

/** The problems of labs. None contains an answer, a code or a value, only pointers. */

export const unknownTest = (errors: readonly FaultyProperty[]): Problem =>
  new Problem(422, 'unknown_test', 'The laboratory does not offer one of these tests. Search the catalog again.', {
    errors,
  })

export const answerMissing = (errors: readonly FaultyProperty[]): Problem =>
  new Problem(422, 'answer_missing', 'The laboratory needs an answer to a question. Each is named below.', { errors })

export const answerInvalid = (errors: readonly FaultyProperty[]): Problem =>
  new Problem(422, 'answer_invalid', 'An answer is not what its question asks for. Each is named below.', { errors })

export const unknownCode = (errors: readonly FaultyProperty[]): Problem =>
  new Problem(422, 'unknown_code', 'A diagnosis code is not one that is in use. Search for it by its words.', {
    errors,
  })

export const notLicensed = (): Problem =>
  new Problem(
    409,
    'not_licensed',
    'You may not order for a patient in this state today. Correct where the patient is, or ask a colleague who is licensed there.',
  )

export const npiMissing = (): Problem =>
  new Problem(
    409,
    'npi_missing',
    'A laboratory takes orders only from a practitioner with an NPI. An administrator can add yours to the directory.',
  )

export const notCancellable = (): Problem =>
  new Problem(
    409,
    'not_cancellable',
    'This order is over, or its cancellation was asked for already. Telephone the laboratory if it must stop.',
  )

export const notCritical = (): Problem =>
  new Problem(409, 'not_critical', 'Nothing in this result is critical, so there is nothing to acknowledge.')

export const versionConflict = (): Problem =>
  new Problem(
    409,
    'version_conflict',
    'Something new arrived for this result since you opened it. Read it again; your comment is still on your screen.',
  )

export const alreadyMatched = (): Problem =>
  new Problem(409, 'already_matched', 'This result was decided already. Load the list again.')

/** A result cannot be applied, a response cannot be matched, and a code that is not known says nothing. */
export const responseNotApplicable = (): Problem =>
  new Problem(
    409,
    'response_not_applicable',
    'This cannot be done with this message. Match a result, apply a response about an order, or mark it and telephone the laboratory.',
  )

/** The order of the match has no such test. */
export const testNotOrdered = (): Problem =>
  new Problem(422, 'unknown_test', 'This order has no such test. Choose the order that it was measured for.', {
    errors: [{ pointer: '/orderId', code: 'other_test', message: 'Must be an order of this test.' }],
  })
