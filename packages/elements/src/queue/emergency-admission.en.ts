import type { EmergencyAdmissionReason } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'visits.admitInEmergency'

/** How a clinician admits a patient in an emergency without the consent. */
export const emergencyAdmissionEn = {
  offer: 'Emergency',
  offerName: 'Emergency without the consent: {name}',
  heading: 'Admit {name} in an emergency, without the consent',
  record:
    'Only in an emergency. The patient reads your name and the reason that you choose. A privacy officer reads what you write, and checks it. If the patient has refused and can decide, the refusal stays.',
  why: 'Reason',
  choose: 'Choose a reason',
  chooseFault: 'Choose the reason.',
  'reason_cannot-decide': 'The patient cannot decide now',
  'reason_delay-would-endanger': 'To ask first would put the patient in danger',
  'reason_nobody-to-decide': 'The person who decides for the patient cannot be reached',
  text: 'What happened',
  textHint: 'For the review. The patient does not read it.',
  textFault: 'Write in a few words what happened.',
  where: 'Where the patient is now',
  whereHint: 'Needed if help has to come.',
  place: 'Place',
  choosePlace: 'Choose a place',
  kind_home: 'At home',
  kind_other: 'At another place',
  line1: 'Street and number',
  city: 'City',
  state: 'State',
  chooseState: 'Choose a state',
  callbackPhone: 'Telephone number there',
  missing: 'Fill this in.',
  phoneFault: 'Write a telephone number.',
  confirm: 'Admit now',
  working: 'Admitting',
  cancel: 'Cancel',
  problem_consent_refused: [
    'The patient has refused, and can decide',
    'Nobody was admitted. What you wrote is kept.',
    'Call the patient, or see them in person.',
  ],
  problem_consent_given: [
    'The patient has agreed in the meantime',
    'Nothing is missing.',
    'Admit them in the usual way.',
  ],
  problem_consent_missing: [
    'Another consent of this visit is missing',
    'Nobody was admitted. What you wrote is kept.',
    'Call the patient, or see them in person.',
  ],
  problem_check_in_required: [
    'The place of the patient is missing',
    'Nobody was admitted. What you wrote is kept.',
    'Say where the patient is.',
  ],
  problem_check_in_not_allowed: [
    'This appointment cannot be a visit by video',
    'Nobody was admitted.',
    'Call the patient, or see them in person.',
  ],
  problem_not_licensed: [
    'You hold no license where the patient is now',
    'Nobody was admitted. What you wrote is kept.',
    'Call local emergency help, or find a colleague who is licensed there.',
  ],
  problem_not_waiting: ['This patient is no longer waiting', 'Nothing was changed.', 'The list has been updated.'],
  problem_too_early: [
    'Check-in is not open yet',
    'Nobody was admitted. What you wrote is kept.',
    'Call the patient, or book an earlier time.',
  ],
  problem_too_late: ['Check-in has closed', 'Nobody was admitted.', 'Call the patient, or book another time.'],
} as const satisfies Messages & CodeWords<'reason', EmergencyAdmissionReason> & ProblemWords<Calls>
