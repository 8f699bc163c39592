import type { Messages } from './message-types.ts'

/** The texts that every element has. */
export const coreEn = {
  tryAgain: 'Try again',
  /** In place of a code that is newer than this page. */
  newer: 'something newer than this page',
  whoFor: 'Who is this for?',
  patientAge: { one: '{count} year old', other: '{count} years old' },
  forWhom: 'For {name}',
  patientLine: '{name}, born {date}',
  clinicPhone: 'Telephone of the clinic: {phone}',
  problem_no_patient: [
    'No patient was chosen',
    'Nothing was changed.',
    'Choose a patient on the page before, then come back.',
  ],
  reference: 'Reference for the clinic: {id}',
  problem_unknown: ['Something went wrong on our side', 'Nothing was lost.', 'Wait a moment, then try again.'],
  problem_connection_failed: [
    'We could not reach the clinic',
    'Nothing was lost.',
    'Check your internet, then try again.',
  ],
  problem_unavailable: [
    'The clinic’s system does not answer',
    'Nothing was lost.',
    'Wait a minute, then try again. If it goes on, call the clinic.',
  ],
  problem_session_ended: ['You have been signed out', 'What you saved is kept.', 'Sign in again to go on.'],
} as const satisfies Messages
