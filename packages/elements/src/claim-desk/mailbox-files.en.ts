import type { Messages } from '../core/message-types.ts'

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
  elsewhere: 'Worked elsewhere',
  more: 'Show more files',

  fileHeading: 'File {name}',
  filePosted: 'From the clearinghouse, {time}',
  fault: 'Fault: {code}',
  faultIn: 'Fault: {code} in the segment {segment}',
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

  problem_file_worked: [
    'This file was read or worked on meanwhile',
    'Nothing was changed by you.',
    'Go back to the list to see what still waits.',
  ],
} as const satisfies Messages
