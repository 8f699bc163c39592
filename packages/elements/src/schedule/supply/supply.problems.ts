import type { Messages } from '../../core/message-types.ts'
import type { ProblemWords } from '../../core/problem-words.ts'

/** The client methods that these panels call. A test compares them with the source. */
type Calls =
  | 'availability.get'
  | 'availability.put'
  | 'closures.get'
  | 'closures.put'
  | 'resources.create'
  | 'resources.list'
  | 'resources.update'
  | 'visitTypes.list'
  | 'visitTypes.update'

/** English texts of server problems. Loaded after the first render. */
export const supplyProblems = {
  problem_version_conflict: [
    'Someone else changed this in the meantime',
    'Nothing was saved.',
    'What you see is now up to date. Check it, then make your change again.',
  ],
  problem_windows_overlap: [
    'These times overlap, or end before they begin',
    'Nothing was saved.',
    'Correct them, then save again.',
  ],
  problem_appointments_affected: [
    'More visits are affected than you have seen',
    'Nothing was saved.',
    'The list is up to date. Check it, then save again.',
  ],
  problem_unknown_zone: ['The time zone is not known', 'Nothing was saved.', 'Tell your administrator.'],
} as const satisfies Messages & ProblemWords<Calls>
