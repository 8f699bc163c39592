import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls = 'threads.begin' | 'threads.change' | 'threads.get' | 'threads.list' | 'threads.markRead' | 'threads.post'

/** English texts of server problems. Loaded after the first render. */
export const messagesProblems = {
  problem_version_conflict: [
    'Somebody else changed this thread',
    'Nothing was lost.',
    'The page shows the latest now. Try again if it is still needed.',
  ],
  problem_unknown_member: ['That person does not work here any more', 'Nothing was changed.', 'Choose another person.'],
  problem_role_not_assignable: [
    'Messages cannot be given to that role',
    'Nothing was changed.',
    'Choose a role of people who work here.',
  ],
  problem_unknown_attachment: [
    'A file of your message is not there any more',
    'Your message is still here.',
    'Add the file again, then send.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
