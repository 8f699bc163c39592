import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls = 'guestVisit.answerRecording' | 'guestVisit.get' | 'guestVisit.leaveSeat' | 'guestVisit.takeSeat'

/** English texts of server problems. Loaded after the first render. */
export const guestRoomProblems = {
  problem_not_admitted: ['You have not been let in yet', 'Your place is kept.', 'Stay on this page.'],
  problem_visit_ended: ['This visit has ended', 'Nothing was lost.', 'You can close this page.'],
  problem_no_seat: ['You are not in the call any more', 'Nothing was changed.', 'Join again, then try again.'],
  problem_recording_not_requested: [
    'There is no recording to agree to any more',
    'Nothing was changed.',
    'You need not do anything.',
  ],
  problem_room_full: ['The room is full', 'The visit goes on.', 'Tell the person who invited you.'],
  problem_consent_missing: [
    'The visit cannot go on by video now',
    'Nothing was changed.',
    'Ask the person who invited you.',
  ],
  problem_not_licensed: [
    'The visit cannot go on by video now',
    'Nothing was changed.',
    'Ask the person who invited you.',
  ],
  problem_vendor_not_permitted: [
    'Video is switched off at this clinic',
    'Your place is kept.',
    'Ask the person who invited you to call you.',
  ],
  problem_capability_not_covered: [
    'The video service may not be used for visits',
    'Your place is kept.',
    'Ask the person who invited you to call you.',
  ],
  problem_vendor_unavailable: ['The video service does not answer', 'Your place is kept.', 'Try again in a minute.'],
  problem_seat_invalid: ['Your place in the call cannot be used', 'The visit goes on.', 'Join again to get a new one.'],
} as const satisfies Messages & ProblemWords<Calls>
