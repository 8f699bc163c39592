import type { MailboxFault } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls = 'mailbox.get' | 'mailbox.list' | 'mailbox.reprocess' | 'mailbox.resolve'

export const mailboxFilesEn = {
  heading: 'Files that were not processed',
  hint: 'Answers of the clearinghouse that could not be read or processed. No money in them is posted yet.',
  columnFile: 'File',
  columnPosted: 'Sent',
  columnFault: 'What is wrong',
  unreadable: 'Cannot be read',
  failing: 'Processing fails',
  waiting: 'Waiting to be read',
  read: 'Read',
  'resolved-externally': 'Resolved elsewhere',
  more: 'Show more files',

  fileHeading: 'File {name}',
  filePosted: 'From the clearinghouse, {time}',
  fault: 'Error: {fault}',
  faultWith: 'Error: {fault} ({code})',
  faultIn: 'Error: {fault}, in segment {segment}',
  fault_amount: 'invalid amount',
  fault_trace_number_mismatch: 'trace number does not match the question',
  fault_code: 'unknown code',
  fault_control_number: 'control numbers differ',
  fault_duplicate_control_number: 'duplicate control number',
  fault_count: 'wrong count',
  fault_date: 'invalid date',
  fault_debit: 'debit instead of credit',
  fault_delimiters: 'unclear delimiters',
  fault_element_missing: 'missing element',
  fault_empty: 'empty file',
  fault_header_length: 'header has the wrong length',
  fault_loop_missing: 'missing loop',
  fault_duplicate_loop: 'duplicate loop',
  fault_no_interchange: 'not an X12 file',
  fault_outside_envelope: 'data outside the envelope',
  fault_percent: 'invalid percentage',
  fault_quantity: 'invalid quantity',
  fault_segment_missing: 'missing segment',
  fault_segment_tag: 'segment without a name',
  fault_server: 'an error of this server',
  fault_service: 'invalid service',
  fault_too_large: 'file too large',
  fault_transaction: 'unexpected transaction set',
  fault_unclosed: 'envelope is not closed',
  fault_unexpected_segment: 'unexpected segment',
  fault_unterminated: 'file ends too early',
  fault_usage: 'no indicator of test or production',
  fault_version: 'unsupported X12 version',
  attempts: { one: 'Tried {count} time', other: 'Tried {count} times' },
  why_unreadable:
    'The file is not valid, so nothing of it was posted. Ask the clearinghouse for a corrected one: give it the name of the file.',
  why_failing:
    'The file is valid, and the server fails to process it. It is tried again every few seconds. If it stays here, tell those who run the server.',

  text: 'The file as it came',
  textHint: 'It may name several patients. That you read it is recorded.',
  textGone: 'The file was read. Its content is on its claims.',
  show: 'Show the file',
  showing: 'Opening the file',
  save: 'Save the file',
  fileName: 'clearinghouse-file.txt',

  again: 'Read it again',
  againHint: 'After the server was updated or repaired.',
  againDone: 'The file will be read again in a moment.',
  aside: 'Resolved elsewhere',
  asideHint: 'Nothing is posted here. The file is not read again, and its text is deleted after some days.',
  asideDone: 'The file was marked as resolved elsewhere.',

  problem_already_resolved: [
    'This file was read or worked on meanwhile',
    'Nothing was changed by you.',
    'Go back to the list to see what is still open.',
  ],
} as const satisfies Messages & ProblemWords<Calls> & CodeWords<'fault', MailboxFault>
