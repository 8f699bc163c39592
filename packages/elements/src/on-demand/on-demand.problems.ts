import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls =
  'appointments.get' | 'onDemand.get' | 'onDemand.leave' | 'onDemand.listOwn' | 'onDemand.renew' | 'onDemand.request'

/** English texts of server problems. Loaded after the first render. */
export const onDemandProblems = {
  problem_already_requested: ['You are in line already', 'You keep your place.', 'Load this page again to see it.'],
  problem_request_ended: [
    'You are no longer in line',
    'Nothing was booked or changed.',
    'You can wait again, or choose a time.',
  ],
  problem_slot_unavailable: [
    'This visit is no longer offered without an appointment',
    'What you wrote is kept.',
    'Choose another visit, or choose a time.',
  ],
  problem_language_not_spoken: [
    'No one speaks the language you chose',
    'What you wrote is kept.',
    'Choose a time, or call the clinic.',
  ],
  problem_not_licensed: [
    'No clinician is licensed in that state',
    'What you wrote is kept.',
    'Check the state, or call the clinic.',
  ],
  problem_age_out_of_range: [
    'This visit is for another age group',
    'What you wrote is kept.',
    'Choose another visit, or call the clinic.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
