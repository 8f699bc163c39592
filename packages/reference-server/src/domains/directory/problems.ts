import type { RefusedPicture } from '../../platform/pictures/clean-picture.ts'
import { Problem, type FaultyProperty } from '../../platform/problems/problem.ts'

/** The problems of the directory. None contains a value of the request. */

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
    'This is the only active administrator, so no one could undo the change. Make another member an administrator first.',
  )

export const outsideProxyScope = (): Problem =>
  new Problem(
    403,
    'outside_proxy_scope',
    'You may act for this patient, but not in this matter. Ask the patient, who can widen what you may do.',
    {
      about: {
        names: ['patientId', 'patientIds', 'appointmentId', 'seriesId', 'requestId', 'entryId', 'holdId'],
        message: 'Must be of a patient for whom you may act in this matter.',
      },
    },
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

export const loginExists = (): Problem =>
  new Problem(
    409,
    'login_exists',
    'This person can sign in already. Release the sign-in first if another one is to be linked.',
  )

export const memberDisabled = (): Problem =>
  new Problem(409, 'member_disabled', 'This member is disabled. Enable the member first, then invite.')

export const proxyNotInvited = (): Problem =>
  new Problem(
    409,
    'proxy_not_invited',
    'This right does not wait to be accepted. Read again who may act for the patient.',
  )

export const tooManyProxies = (most: number): Problem =>
  new Problem(
    409,
    'too_many_proxies',
    `At most ${most} people may act for a patient or be invited to. End a right that is no longer needed, then try again.`,
  )

export const tooManyInvitations = (most: number): Problem =>
  new Problem(
    409,
    'too_many_invitations',
    `At most ${most} invitations for a patient may wait at the same time. Withdraw one, or wait until one is accepted, then try again.`,
  )

export const invitationAccepted = (): Problem =>
  new Problem(
    409,
    'invitation_accepted',
    'This invitation has been accepted. To undo it, end the right or release the sign-in. Read the list again.',
  )

/** A wrong code, or a code of another organization: the response is the same. */
export const unknownInvitation = (): Problem =>
  new Problem(
    404,
    'unknown_invitation',
    'This invitation code is not known here. Check each character, or ask for a new invitation.',
  )

export const invitationUsed = (): Problem =>
  new Problem(
    409,
    'invitation_used',
    'This invitation was accepted with another sign-in. Sign in with that one, or ask for a new invitation.',
  )

export const invitationExpired = (): Problem =>
  new Problem(410, 'invitation_expired', 'This invitation has expired. Ask for a new one.')

export const invitationRevoked = (): Problem =>
  new Problem(
    410,
    'invitation_revoked',
    'This invitation was withdrawn or replaced by a newer one. Use the newest code, or ask for a new invitation.',
  )

export const ownRecord = (): Problem =>
  new Problem(
    403,
    'invitation_wrong_person',
    'This sign-in is that of the patient for whom the invited person is to act. Ask the invited person to sign in and accept.',
  )

export const staffSignIn = (): Problem =>
  new Problem(
    403,
    'invitation_wrong_person',
    'This sign-in is linked to a member of staff. Sign in with a personal one to accept the right to act for a patient.',
  )

export const linkedElsewhere = (): Problem =>
  new Problem(
    403,
    'invitation_wrong_person',
    'This sign-in is linked to another person here. Sign in with a different one, or ask the clinic to release this one.',
  )

/** The typed text cannot be a code: a typing error, not a guess. */
export const malformedSecret = (pointer: string): Problem =>
  new Problem(400, 'invalid_request', 'An invitation code has 20 letters and digits. Check that none is missing.', {
    errors: [{ pointer, code: 'wrong_format', message: 'Must be the 20 letters and digits of the invitation code.' }],
  })

/** A request that is valid by the contract's schema and not by the rules of the directory. */
export const invalid = (...errors: readonly FaultyProperty[]): Problem =>
  new Problem(422, 'invalid_request', 'Something in the request cannot be right. See `errors` for what and where.', {
    errors,
  })

export const requireNoFaults = (errors: readonly FaultyProperty[]): void => {
  if (errors.length > 0) throw invalid(...errors)
}

/** Of a photo of a practitioner. */
export const photoRefused = ({ refused, found }: RefusedPicture, maxBytes: number): Problem => {
  if (refused === 'too-large')
    return new Problem(413, 'body_too_large', `A photo may hold at most ${maxBytes} bytes. Choose a smaller one.`)
  if (refused === 'unreadable')
    return new Problem(422, 'attachment_unreadable', 'This photo is damaged or too large. Choose another one.', {
      errors: [{ pointer: '/', code: 'unreadable', message: 'Must be a whole picture.' }],
    })
  const isOf = found === null ? 'This file is none, whatever its name says.' : `This file is ${found}.`
  return new Problem(422, 'unsupported_attachment_type', `A photo is a JPEG, PNG or WebP picture. ${isOf}`, {
    errors: [{ pointer: '/', code: 'wrong_kind', message: 'Must be a JPEG, PNG or WebP picture.' }],
  })
}

export const emergencyAccessOpen = (): Problem =>
  new Problem(
    409,
    'emergency_access_open',
    'You have opened this chart in an emergency already. It stays open until its end.',
  )

export const emergencyAccessEnded = (): Problem =>
  new Problem(
    409,
    'emergency_access_ended',
    'This emergency access is over already. Open the chart again with a reason if it has to be.',
  )

export const ownEmergencyAccess = (): Problem =>
  new Problem(
    403,
    'own_emergency_access',
    'You opened this chart yourself, so another person has to review it. Ask another reviewer.',
  )

export const emergencyAccessReviewed = (): Problem =>
  new Problem(409, 'emergency_access_reviewed', 'This emergency access is reviewed already. Read the list again.')
