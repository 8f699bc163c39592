import type { PrivacyRequestStatus } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

export const noteRequestsEn = {
  asked: 'The patient asked for a correction on {date}',
  waits: 'The privacy office has not answered yet.',
  state_accepted: 'Accepted on {date} by {name}',
  state_denied: 'Denied on {date} by {name}',
  state_waiting: 'Not answered yet',
  clinic: 'the clinic',
  disagrees: 'The patient disagreed on {date}',
} as const satisfies Messages & CodeWords<'state', PrivacyRequestStatus> & ProblemWords<'rights.list'>
