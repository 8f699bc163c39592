import { Problem } from '../../platform/problems/problem.ts'

/** The problems of obligations. None contains a value of the request. */

export const versionConflict = (): Problem =>
  new Problem(
    409,
    'version_conflict',
    'Someone else has changed this since you read it. Read it again and repeat your change.',
  )

export const faulty = (pointer: string, code: string, message: string): Problem =>
  new Problem(400, 'invalid_request', 'Something in the request is wrong. See errors.', {
    errors: [{ pointer, code, message }],
  })

export const ownRoles = (): Problem =>
  new Problem(403, 'own_roles', 'No one confirms their own roles. Ask a colleague who may review access.')

export const noticeNotDue = (): Problem =>
  new Problem(
    409,
    'notice_not_due',
    'The assessment of this incident asks for no such notice. Read the incident again, or assess it again first.',
    { about: { names: ['recipient'], message: 'Must be a recipient of the incident’s notices.' } },
  )

export const tooManyEntries = (most: number): Problem =>
  new Problem(409, 'too_many_entries', `There are ${most} of these already, which is the limit. End one first.`)
