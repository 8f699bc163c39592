import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls = 'visits.end' | 'visits.get' | 'visits.leaveSeat' | 'visits.recordTroubles' | 'visits.takeSeat'

/** English texts of server problems. Loaded after the first render. */
export const videoRoomProblems = {
  problem_not_admitted: [
    'You have not been called in yet',
    'You keep your place in line.',
    'Stay in the waiting room; we call you in.',
  ],
  problem_visit_ended: ['This visit has ended', 'Nothing was lost.', 'Call the clinic if you still need help.'],
  problem_room_full: ['The room is full', 'The visit goes on.', 'Ask somebody to leave, or call the clinic.'],
  problem_consent_missing: [
    'Telehealth was not agreed to',
    'Nothing was changed.',
    'Agree to the consent first, or ask the clinic for a visit in person.',
  ],
  problem_not_licensed: [
    'This clinician holds no license where the patient is',
    'Nothing was changed.',
    'Call the clinic: they find a clinician who may see you there.',
  ],
  problem_vendor_not_permitted: [
    'Video is switched off at this clinic',
    'Your visit is kept.',
    'Call the clinic: they can see you by phone.',
  ],
  problem_capability_not_covered: [
    'The video service may not be used for visits',
    'Your visit is kept.',
    'Call the clinic: they can see you by phone.',
  ],
  problem_vendor_unavailable: [
    'The video service does not answer',
    'Your visit is kept.',
    'Try again in a minute. If it fails twice, go on by phone.',
  ],
  problem_seat_invalid: ['Your place in the call cannot be used', 'The visit goes on.', 'Join again to get a new one.'],
} as const satisfies Messages & ProblemWords<Calls>
