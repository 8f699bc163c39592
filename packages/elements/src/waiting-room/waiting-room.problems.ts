import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls =
  | 'appointments.get'
  | 'patients.get'
  | 'visits.changeLocation'
  | 'visits.checkIn'
  | 'visits.ofAppointment'
  | 'visits.queuePosition'

/** English texts of server problems. Loaded after the first render. */
export const waitingRoomProblems = {
  problem_consent_missing: [
    'Your agreement to telehealth is missing',
    'What you typed is kept.',
    'Read the consent and sign it, or call the clinic for a visit in person.',
  ],
  problem_intake_missing: [
    'Some questions are still open',
    'What you typed is kept.',
    'Go back one step and answer them. It takes a few minutes.',
  ],
  problem_emergency_contact_missing: [
    'We do not know whom to call in an emergency',
    'What you typed is kept.',
    'Name someone, or choose why not.',
  ],
  problem_not_licensed: [
    'Your clinician may not treat you in that state',
    'Your appointment is kept.',
    'If the state is wrong, correct it. Otherwise call the clinic: they find a clinician who may see you there.',
  ],
  problem_too_early: [
    'It is too early to check in',
    'What you typed is kept.',
    'Come back half an hour before your visit.',
  ],
  problem_too_late: [
    'The time for this visit has passed',
    'Nothing was charged.',
    'Call the clinic, or book another time.',
  ],
  problem_check_in_not_allowed: [
    'This appointment can no longer be checked in',
    'Nothing was changed.',
    'It may have been cancelled or moved. Look at your visits, or call the clinic.',
  ],
  problem_visit_ended: ['This visit has ended', 'Nothing was changed.', 'Call the clinic if you still need help.'],
} as const satisfies Messages & ProblemWords<Calls>
