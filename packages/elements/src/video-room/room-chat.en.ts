import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'threads.markReadInVisit' | 'threads.ofVisit' | 'threads.postInVisit'

/** Texts of the messages in a room, loaded before a call begins. */
export const roomChatEn = {
  open: 'Messages',
  openUnread: { one: 'Messages, {count} new', other: 'Messages, {count} new' },
  unread: { one: '{count} new message', other: '{count} new messages' },
  close: 'Close the messages',
  loading: 'Loading the messages',
  kept: 'Write here if sound or picture fails. You can read all of it after the visit, in your record.',
  keptStaff:
    'Write here if sound or picture fails. The patient can read all of it after the visit, and so can you in the chart.',
  text: 'Your message',
  textMissing: 'Write your message first.',
  enterHint: 'Enter sends. Shift and Enter start a new line.',
  restored: 'You wrote this before and did not send it.',
  restoredFiles: 'You wrote this before and did not send it. Add your files again.',
  send: 'Send',
  sending: 'Sending',
  sent: 'Your message has been sent',
  you: 'You',
  older: 'Show earlier messages',
  arrived: '{name} wrote: {text}',
  problem_unknown_attachment: [
    'A file of your message is not there any more',
    'Your message is still here.',
    'Add the file again, then send.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
