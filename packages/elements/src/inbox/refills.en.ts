import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'prescriptions.renew' | 'refills.decline' | 'refills.list'

export const refillsEn = {
  heading: 'Refills to answer ({count})',
  unknownPatient: 'Patient not known yet',
  asked: 'asked {date}',
  approve: 'Approve',
  approveName: 'Approve: {name}, {patient}',
  decline: 'Decline',
  declineName: 'Decline: {name}, {patient}',
  answer: 'What you write to the patient',
  answerMissing: 'Write why, so that the patient knows what to do.',
  send: 'Decline and send',
  leave: 'Leave it open',
  declined: 'Declined. The patient can read why.',
  problem_already_answered: ['A colleague answered this', 'Nothing was changed.', 'The list has been updated.'],
  problem_not_renewable: [
    'This cannot be renewed',
    'The request is still open.',
    'Write a new prescription, or decline the request.',
  ],
  problem_not_a_prescriber: ['Only a prescriber can approve', 'Nothing was changed.', 'Leave it to a prescriber.'],
  problem_quantity_implausible: [
    'The amounts do not fit any more',
    'The request is still open.',
    'Write a new prescription, or decline the request.',
  ],
  problem_controlled_substance: [
    'This is a controlled substance',
    'The request is still open.',
    'It cannot be prescribed here: decline the request.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
