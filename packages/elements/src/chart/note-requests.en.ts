import type { PrivacyRequestStatus } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'rights.list'

export const noteRequestsEn = {
  asked: 'The patient asked for a correction on {date}',
  waits: 'The privacy office has not answered yet.',
  state_accepted: 'Accepted on {date} by {name}',
  state_denied: 'Denied on {date} by {name}',
  state_waiting: 'Not answered yet',
  clinic: 'the clinic',
  disagrees: 'The patient disagreed on {date}',
} as const satisfies Messages & CodeWords<'state', PrivacyRequestStatus> & ProblemWords<Calls>
