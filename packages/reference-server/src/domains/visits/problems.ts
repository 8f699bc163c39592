import type { components } from '@visitkit/contract'
import { Problem } from '../../platform/problems/problem.ts'

/** The problems of visits. None contains a location or anything else that the patient reported. */

export const checkInNotAllowed = (): Problem =>
  new Problem(
    409,
    'check_in_not_allowed',
    'This appointment cannot be checked in to online. Call the clinic if you think it should be.',
  )

export const tooEarly = (): Problem =>
  new Problem(409, 'too_early', 'Check-in is not open yet. The appointment contains the time from which it is.')

export const tooLate = (): Problem =>
  new Problem(409, 'too_late', 'Check-in has closed. Call the clinic, or book another time.')

export const notLicensed = (): Problem =>
  new Problem(
    409,
    'not_licensed',
    'The practitioner may not treat a patient in this state today. Correct where the patient is, call the clinic, or book someone licensed there.',
  )

/** `pointer` is `consent:<purpose>`, `code` is `needed` or `declined`. */
export const consentMissing = (
  missing: readonly {
    purpose: components['schemas']['ConsentPurpose']
    status: 'declined' | 'required'
    reason: components['schemas']['ConsentRequirementReason'] | undefined
  }[],
): Problem =>
  new Problem(
    409,
    'consent_missing',
    'A consent that this visit needs is not given. Decide on it first, or call the clinic for another way to be seen.',
    {
      errors: missing.map(({ purpose, status, reason }) => ({
        pointer: `consent:${purpose}`,
        code: status,
        message:
          reason === 'each-visit'
            ? 'The law asks for this consent at each visit. Decide on it for this one.'
            : reason === 'must-be-signed'
              ? 'The law where the patient is wants a signature. Have them sign it.'
              : status === 'declined'
                ? 'This consent was declined.'
                : 'This consent needs a decision.',
      })),
    },
  )

export const emergencyContactMissing = (): Problem =>
  new Problem(
    422,
    'emergency_contact_missing',
    'It is not known whom the clinic may call in an emergency. Name a person, or choose why there is no one.',
    {
      errors: [
        { pointer: '/emergencyContact', code: 'required', message: 'Name a person, or choose why there is no one.' },
      ],
    },
  )

export const consentRefused = (): Problem =>
  new Problem(
    409,
    'consent_refused',
    'The patient has refused telehealth and is able to decide, so the refusal stays. Call them, or see them in person.',
  )

export const consentGiven = (): Problem =>
  new Problem(409, 'consent_given', 'The consent to telehealth is given. Admit the patient in the usual way.')

export const checkInRequired = (): Problem =>
  new Problem(
    422,
    'check_in_required',
    'The patient has not checked in. Add where they are, so that help finds them.',
    {
      errors: [
        { pointer: '/checkIn', code: 'required', message: 'Add the location of the patient and a telephone number.' },
      ],
    },
  )

export const ownEmergencyAdmission = (): Problem =>
  new Problem(
    403,
    'own_emergency_admission',
    'You admitted this patient yourself, so another person has to review it. Ask another reviewer.',
  )

export const emergencyAdmissionReviewed = (): Problem =>
  new Problem(409, 'emergency_admission_reviewed', 'This admission is reviewed already. Read the list again.')

export const versionConflict = (): Problem =>
  new Problem(409, 'version_conflict', 'Another person changed this in the meantime. Read it again.')

export const noteRequired = (): Problem =>
  new Problem(422, 'invalid_request', 'Something in the request cannot be right. See `errors` for what and where.', {
    errors: [{ pointer: '/note', code: 'required', message: 'Say why, unless the admission was appropriate.' }],
  })

export const intakeMissing = (): Problem =>
  new Problem(
    409,
    'intake_missing',
    'Some questions before the visit are not handed in yet. Answer them, then check in.',
  )

export const notWaiting = (): Problem =>
  new Problem(409, 'not_waiting', 'This patient is no longer in the waiting room: admitted by someone else, or gone.')

export const notAdmitted = (): Problem =>
  new Problem(
    409,
    'not_admitted',
    'The practitioner has not let you in yet. You will be taken in from the waiting room.',
  )

export const visitEnded = (): Problem => new Problem(409, 'visit_ended', 'This visit is over.')

export const roomFull = (): Problem =>
  new Problem(409, 'room_full', 'No more people fit into this room. Someone has to leave first.')

export const signalTooLarge = (): Problem =>
  new Problem(413, 'signal_too_large', 'A message between browsers may hold at most 16 KB.')

export const noSeat = (): Problem =>
  new Problem(403, 'no_seat', 'Take a seat in the room first: only those who are in it can reach each other.')

export const recordingNotOffered = (): Problem =>
  new Problem(
    409,
    'recording_not_offered',
    'This organization does not record calls. An administrator can change it (`callRecording`).',
  )

export const recordingRequested = (): Problem =>
  new Problem(
    409,
    'recording_requested',
    'Another clinician in this call asks to record it already. Wait until theirs has ended, then ask.',
  )

export const recordingNotRequested = (): Problem =>
  new Problem(409, 'recording_not_requested', 'No one asks to record this call any more. There is nothing to agree to.')

export const recordingPaused = (): Problem =>
  new Problem(
    409,
    'recording_paused',
    'The call is not recorded now: someone has not agreed, has come in, or has stopped it. This piece was not stored. Read the visit, and begin a new recording when it says so.',
  )

export const recordingFull = (): Problem =>
  new Problem(
    409,
    'recording_full',
    'No more fits into this recording, or into the recordings of this visit. Begin a new one; if that is refused too, the visit has as much as is kept.',
  )

export const pieceOutOfOrder = (next: number): Problem =>
  new Problem(409, 'piece_out_of_order', `Pieces are stored in their order. The next one of this recording is ${next}.`)

export const unsupportedRecording = (): Problem =>
  new Problem(
    422,
    'unsupported_attachment_type',
    'A recording is WebM or MP4. This is neither: record it with a type that the server accepts.',
    { errors: [{ pointer: '/', code: 'wrong_kind', message: 'Must be WebM or MP4.' }] },
  )

/** A wrong code, or a code of another organization: the response is the same. It proves nothing, so that guesses are limited. */
export const unknownGuestCode = (): Problem =>
  new Problem(
    404,
    'unknown_invitation',
    'This invitation code is not known here. Check each character, or ask for a new invitation.',
    { provesNothing: true },
  )

/** The typed text cannot be a code: a typing error, not a guess. */
export const malformedGuestCode = (): Problem =>
  new Problem(400, 'invalid_request', 'An invitation code has 20 letters and digits. Check that none is missing.', {
    errors: [
      {
        pointer: '/invitation',
        code: 'wrong_format',
        message: 'Must be the 20 letters and digits of the invitation code.',
      },
    ],
  })

export const guestCodeUsed = (): Problem =>
  new Problem(409, 'invitation_used', 'This code was used before, and works once. Ask for a new invitation.')

export const guestCodeExpired = (): Problem =>
  new Problem(410, 'invitation_expired', 'This invitation has expired. Ask for a new one.')

export const guestCodeWithdrawn = (): Problem =>
  new Problem(410, 'invitation_revoked', 'This invitation was withdrawn. Ask for a new one.')

export const guestCodeNotOpen = (): Problem =>
  new Problem(
    409,
    'invitation_not_open',
    'This code works shortly before the visit, and not yet. Try again then: it was not used.',
  )

export const tooManyGuests = (most: number): Problem =>
  new Problem(
    409,
    'too_many_invitations',
    `At most ${most} guests can be invited to a visit. Remove one, then try again.`,
  )

export const guestNotWaiting = (): Problem =>
  new Problem(
    409,
    'guest_not_waiting',
    'This guest does not ask to join: they have not used their code, or it is over for them. Read the list again.',
  )

export const seatsTakenTooOften = (seconds: number): Problem =>
  new Problem(429, 'too_many_requests', 'You have joined this visit too often in a short time. Try again later.', {
    headers: { 'retry-after': String(seconds) },
  })
