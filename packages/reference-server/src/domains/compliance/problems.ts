import { Problem } from '../../platform/problems/problem.ts'

/** The problems of compliance. None names a person. */

export const alreadyAsked = (): Problem =>
  new Problem(
    409,
    'already_asked',
    'You have asked about this access, and the answer is not there yet. You can ask again once it is.',
  )

export const tooManyQuestions = (most: number): Problem =>
  new Problem(
    409,
    'too_many_questions',
    `${most} of your questions wait for an answer, and there can be no more at a time. Wait for an answer, or call the clinic.`,
  )

export const alreadyAnswered = (): Problem =>
  new Problem(409, 'already_answered', 'This question was answered. Read it again to see the answer.')

export const versionConflict = (): Problem =>
  new Problem(409, 'version_conflict', 'Someone has changed this question. Read it again; what you typed is not lost.')

export const notAPrivacyOfficer = (): Problem =>
  new Problem(
    422,
    'not_a_privacy_officer',
    'This person may not answer questions about accesses. Choose a privacy officer.',
    { errors: [{ pointer: '/memberId', code: 'not_a_privacy_officer', message: 'Must be a privacy officer.' }] },
  )

export const ownAccess = (): Problem =>
  new Problem(
    403,
    'own_access',
    'No one works on a question about their own access. Pass it on to another privacy officer; if there is none, an administrator answers it.',
  )

export const caseClosed = (): Problem =>
  new Problem(409, 'case_closed', 'This case was closed. Read it again to see what was found.')

export const caseVersionConflict = (): Problem =>
  new Problem(409, 'version_conflict', 'Someone has changed this case. Read it again; what you typed is not lost.')

export const incidentUnknown = (): Problem =>
  new Problem(400, 'invalid_request', 'Something in the request is wrong. See errors.', {
    errors: [
      {
        pointer: '/incidentId',
        code: 'unknown',
        message: 'Must be the id of an incident of the organization. Report the incident first.',
      },
    ],
  })

export const notAReviewer = (): Problem =>
  new Problem(422, 'not_a_privacy_officer', 'This person may not handle cases. Choose a privacy officer.', {
    errors: [{ pointer: '/memberId', code: 'not_a_privacy_officer', message: 'Must be a privacy officer.' }],
  })

export const ownCase = (): Problem =>
  new Problem(422, 'own_case', 'The case is about this person. Assign it to another person.', {
    errors: [{ pointer: '/memberId', code: 'own_case', message: 'Must not be the person whom the case is about.' }],
  })

export const ownFact = (): Problem =>
  new Problem(422, 'own_fact', 'This fact is about you. Ask another privacy officer. Nothing was changed.')

export const suppressionRefused = (pointer: '/code' | '/until', message: string): Problem =>
  new Problem(422, 'suppression_refused', 'This reason cannot be suppressed so. Nothing was changed.', {
    errors: [{ pointer, code: 'suppression_refused', message }],
  })

export const suppressionVersionConflict = (): Problem =>
  new Problem(409, 'version_conflict', 'Someone has ended this suppression. Read the list again.')

export const factExists = (): Problem => new Problem(409, 'fact_exists', 'This is known already. Nothing was changed.')

export const memberRequired = (): Problem =>
  new Problem(
    422,
    'member_required',
    'Say which member of the organization it is about. Leave it out for a confidential patient.',
    {
      errors: [
        {
          pointer: '/memberId',
          code: 'member_required',
          message: 'Must be a member, and absent for a confidential patient.',
        },
      ],
    },
  )

export const periodRefused = (pointer: 'query:from' | 'query:to', message: string): Problem =>
  new Problem(422, 'period_refused', 'An accounting covers at most the last six years. Choose other days.', {
    errors: [{ pointer, code: 'period_refused', message }],
  })

export const dayRefused = (message: string): Problem =>
  new Problem(422, 'day_refused', 'A disclosure cannot be in the future. Nothing was stored; choose another day.', {
    errors: [{ pointer: '/on', code: 'day_refused', message }],
  })

export const suspensionRefused = (pointer: string, message: string): Problem =>
  new Problem(422, 'suspension_refused', 'This disclosure cannot be held back so. Nothing was changed.', {
    errors: [{ pointer, code: 'suspension_refused', message }],
  })

export const disclosureVersionConflict = (): Problem =>
  new Problem(
    409,
    'version_conflict',
    'Someone has changed this disclosure. Read it again; what you typed is not lost.',
  )

export const retentionTooShort = (classes: readonly { readonly field: string; readonly least: number }[]): Problem =>
  new Problem(422, 'retention_too_short', 'The law requires that these are kept longer. Nothing was changed.', {
    errors: classes.map(({ field, least }) => ({
      pointer: `/${field}`,
      code: 'retention_too_short',
      message: `Must be ${least} years or more.`,
    })),
  })

export const scheduleVersionConflict = (): Problem =>
  new Problem(409, 'version_conflict', 'Someone has changed the schedule. Read it again, then repeat your change.')

export const recordHeld = (): Problem =>
  new Problem(409, 'record_held', 'A legal hold is in force: this record is not erased. Release the hold first.')

export const recordMustBeKept = (until: string): Problem =>
  new Problem(409, 'record_must_be_kept', `This record has to be kept until ${until}. Nothing was erased.`)

export const erasureApproved = (): Problem =>
  new Problem(409, 'erasure_approved', 'The erasure of this record was decided before. Nothing was changed.')

export const alreadyReleased = (): Problem =>
  new Problem(409, 'already_released', 'This hold was released before. Read the list again.')

export const holdVersionConflict = (): Problem =>
  new Problem(
    409,
    'version_conflict',
    'Someone has changed this hold. Read the list again; what you typed is not lost.',
  )
