import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'threads.list' | 'threads.markReadInVisit' | 'threads.ofVisit'

export const visitThreadsEn = {
  heading: 'Messages of visits',
  loading: 'Loading the messages',
  none: 'Nothing yet. What is written in the call of a visit is listed here.',
  visitOn: 'Visit on {date}',
  unread: { one: '{count} new', other: '{count} new' },
  read: 'Read',
  readOf: 'Read: {name}',
  close: 'Close',
  closeOf: 'Close: {name}',
  older: 'Show earlier messages',
  you: 'You',
} as const satisfies Messages & ProblemWords<Calls>
