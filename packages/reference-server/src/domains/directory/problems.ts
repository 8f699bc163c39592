import { Problem, type FaultyProperty } from '../../platform/http/problem.ts'

/** The refusals of the directory. None holds what was sent. */

export const versionConflict = (): Problem =>
  new Problem(
    409,
    'version_conflict',
    'Someone else has changed this since you read it. Read it again and repeat your change.',
  )

export const recordNumberTaken = (): Problem =>
  new Problem(
    409,
    'record_number_taken',
    'Another patient has this record number. Search for that patient before you register a new one.',
  )

export const identityTaken = (): Problem =>
  new Problem(
    409,
    'identity_taken',
    'This sign-in belongs to another person already. Use a different one, or find that person first.',
  )

export const memberTaken = (): Problem =>
  new Problem(
    409,
    'member_taken',
    'This member is a practitioner already. Change that practitioner instead of adding another.',
  )

export const lastAdministrator = (): Problem =>
  new Problem(
    409,
    'last_administrator',
    'This is the only active administrator, so nobody could undo the change. Make another member an administrator first.',
  )

export const outsideProxyScope = (): Problem =>
  new Problem(
    403,
    'outside_proxy_scope',
    'You may act for this patient, but not in this matter. The patient can widen what you may do.',
  )

export const coverExists = (): Problem =>
  new Problem(
    409,
    'cover_exists',
    'This colleague covers for the practitioner at that time already. Read the covers again; end the one that is there before you make another.',
  )

export const tooManyCovers = (openCovers: number): Problem =>
  new Problem(
    409,
    'too_many_covers',
    `You cover for ${openCovers} colleagues already, which is as many as one person can. End a cover that is not needed any more.`,
  )

export const coverEnded = (): Problem =>
  new Problem(409, 'cover_ended', 'This cover is over already. Read the covers again.')

export const notTheirCover = (): Problem =>
  new Problem(
    403,
    'not_assigned',
    'This belongs to a colleague. Only they themselves or an administrator can hand it over or end its cover.',
  )

/** A request that the contract's shapes allow and the directory's rules do not. */
export const invalid = (...errors: readonly FaultyProperty[]): Problem =>
  new Problem(422, 'invalid_request', 'Something in the request cannot be right. See `errors` for what and where.', {
    errors,
  })

export const refuseFaults = (errors: readonly FaultyProperty[]): void => {
  if (errors.length > 0) throw invalid(...errors)
}
