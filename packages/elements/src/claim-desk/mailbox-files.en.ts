import type { MailboxFault } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls = 'mailbox.get' | 'mailbox.list' | 'mailbox.reprocess' | 'mailbox.resolve'

export const mailboxFilesEn = {
  heading: 'Files that are not booked',
  hint: 'Answers of the clearinghouse that could not be read or booked. No money in them is posted yet.',
  columnFile: 'File',
  columnPosted: 'Sent',
  columnFault: 'What is wrong',
  unreadable: 'Cannot be read',
  failing: 'Fails here',
  waiting: 'About to be read',
  read: 'Read',
  'resolved-externally': 'Worked elsewhere',
  more: 'Show more files',

  fileHeading: 'File {name}',
  filePosted: 'From the clearinghouse, {time}',
  fault: 'Fault: {fault}',
  faultWith: 'Fault: {fault} ({code})',
  faultIn: 'Fault: {fault}, in the segment {segment}',
  fault_amount: 'an amount is no amount',
  fault_trace_number_mismatch: 'it answers another question',
  fault_code: 'a code is not known',
  fault_control_number: 'two control numbers differ',
  fault_duplicate_control_number: 'a control number stands twice',
  fault_count: 'a count does not add up',
  fault_date: 'a date is no date',
  fault_debit: 'it takes money instead of giving it',
  fault_delimiters: 'its separators are not clear',
  fault_element_missing: 'an element is missing',
  fault_empty: 'it is empty',
  fault_header_length: 'its header has the wrong length',
  fault_loop_missing: 'a part is missing',
  fault_duplicate_loop: 'a part stands twice',
  fault_no_interchange: 'it is no X12 file',
  fault_outside_envelope: 'something stands outside the envelope',
  fault_percent: 'a percentage is none',
  fault_quantity: 'a quantity is none',
  fault_segment_missing: 'a segment is missing',
  fault_segment_tag: 'a segment has no name',
  fault_server: 'a fault of this server',
  fault_service: 'a service cannot be read',
  fault_too_large: 'it is too large',
  fault_transaction: 'it holds another kind of answer',
  fault_unclosed: 'an envelope is not closed',
  fault_unexpected_segment: 'a segment has no place there',
  fault_unterminated: 'the file is cut short',
  fault_usage: 'it does not say whether it is a test',
  fault_version: 'another version of X12',
  attempts: { one: 'Tried {count} time', other: 'Tried {count} times' },
  why_unreadable:
    'The file is not what it says it is, so nothing of it was booked. Ask the clearinghouse for a corrected one: it knows the file by its name.',
  why_failing:
    'The file is in order, and the server stumbles over it. It is tried again every few seconds. If it stays here, tell those who run the server.',

  text: 'The file as it came',
  textHint: 'It may name several patients. That you read it is recorded.',
  textGone: 'The file was read. What it said stands with its claims.',
  show: 'Show the file',
  showing: 'Opening the file',
  save: 'Save the file',
  fileName: 'clearinghouse-file.txt',

  again: 'Read it again',
  againHint: 'After the server was updated or mended.',
  againDone: 'The file will be read again in a moment.',
  aside: 'Worked elsewhere',
  asideHint: 'It books nothing here. The file is read no more, and its text is deleted after some days.',
  asideDone: 'The file was marked as worked elsewhere.',

  problem_already_resolved: [
    'This file was read or worked on meanwhile',
    'Nothing was changed by you.',
    'Go back to the list to see what is still open.',
  ],
} as const satisfies Messages & ProblemWords<Calls> & CodeWords<'fault', MailboxFault>
