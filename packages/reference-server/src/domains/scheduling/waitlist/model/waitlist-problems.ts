import { Problem } from '../../../../platform/problems/problem.ts'
import { refusedProperties } from '../../kernel/model/refused-properties.ts'

export const alreadyWaiting = (): Problem =>
  new Problem(
    409,
    'already_waiting',
    'The patient already waits for this type of visit with this practitioner. Leave that place in line first, or wait for an offer.',
    {
      errors: [
        {
          pointer: '/visitTypeId',
          code: 'already_waiting',
          message: 'Must be a type of visit for which the patient does not wait yet with this practitioner.',
        },
      ],
    },
  )

export const tooManyWaitlistEntries = (limit: number): Problem =>
  new Problem(
    409,
    'too_many_waitlist_entries',
    `The patient waits for ${limit} visits, and cannot wait for more. Leave a place in line that is not needed.`,
    {
      errors: [
        {
          pointer: '/patientId',
          code: 'too_many_waitlist_entries',
          message: `Must be a patient who waits for fewer than ${limit} visits.`,
        },
      ],
    },
  )

export const offerEnded = (status: string): Problem =>
  new Problem(
    409,
    'offer_ended',
    status === 'accepted'
      ? 'This offer has been accepted. See the list of appointments.'
      : 'This time is no longer reserved for you. Wait for the next time that suits you, or choose one.',
    { reason: status, about: refusedProperties.offer_ended },
  )
