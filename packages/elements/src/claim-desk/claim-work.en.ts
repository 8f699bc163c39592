import { claimConflictEn } from './claim-conflict.en.ts'
import type { AppealAnswer, AppealState, WriteOffReason, WriteOffState } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls =
  | 'claims.addNote'
  | 'claims.appeal'
  | 'claims.askWriteOff'
  | 'claims.changeAppeal'
  | 'claims.work'
  | 'tasks.add'
  | 'writeOffs.decide'
  | 'writeOffs.list'
  | 'writeOffs.undo'

/** What the desk does about one claim: next steps, appeals, write-offs and notes. */
export const claimWorkEn = {
  loadingWork: 'Loading what was done',
  whyHeading: 'Why it was not paid',
  whyLine: '{amount} of line {number}',
  whyNone: 'The payer gave no reason code for a line. Call and ask.',
  whySource: 'In our own words. The payer’s code is {code}.',
  reasonUnknown: 'The payer’s reason is code {code}. Look it up in your code book.',
  whatToDo: 'What to do',
  nextHeading: 'Next step',
  openNow: '{amount} is open on the payer’s side.',
  nothingOpen: 'Nothing is open on the payer’s side.',
  appealBy: 'An appeal is usually due by {date}.',
  stepAppeal: 'Appeal',
  stepWriteOff: 'Write off',
  stepTask: 'Assign a task',
  stepNote: 'Add a note',
  cancel: 'Cancel',
  appealText: 'What you write to the payer',
  appealTextHint:
    'Say what was done, why, and what you ask for. You send it yourself, by mail, fax or the payer’s portal.',
  appealDue: 'Last day',
  attachNote: 'The signed note of the visit goes with it',
  appealSave: 'Save the appeal',
  appealSaved: 'The appeal was saved. It has not been sent.',
  appealsHeading: 'Appeals',
  appeal_draft: 'Not sent',
  appeal_sent: 'Sent, waits for an answer',
  appeal_answered: 'Answered',
  answer_granted: 'The payer agreed',
  answer_partly: 'The payer agreed in part',
  answer_refused: 'The payer refused',
  appealLine: 'By {name}. Due by {date}.',
  appealNote: 'With the signed note, version {version}.',
  markSent: 'I have sent it',
  markedSent: 'The appeal is marked as sent.',
  sentOn: 'Sent {date}.',
  answeredOn: 'Answered {date}.',
  howAnswered: 'How did the payer answer?',
  answerSaved: 'The answer was saved.',
  daysLeft: { one: '{count} day left', other: '{count} days left' },
  overdue: 'Past due',
  writeOffText: '{amount} will be written off when a second person approves it. The patient does not pay it.',
  writeOffReason: 'Reason',
  writeOffComment: 'Comment for the second person (optional)',
  'reasonOff_filing-too-late': 'Too late to file',
  'reasonOff_not-covered': 'Not covered',
  'reasonOff_authorization-missing': 'No authorization',
  'reasonOff_appeal-refused': 'Appeal refused',
  'reasonOff_small-amount': 'Small amount',
  reasonOff_other: 'Other',
  writeOffAsk: 'Ask for the write-off',
  writeOffAsked: 'The write-off waits for a second person.',
  writeOffsHeading: 'Write-offs',
  off_asked: 'Waits for a second person',
  off_approved: 'Written off',
  off_refused: 'Not approved',
  off_undone: 'Reversed',
  writeOffLine: '{amount}, {reason}. Asked by {name}.',
  writeOffDecided: 'Decided by {name}.',
  approve: 'Approve',
  refuse: 'Do not approve',
  approved: 'Written off. The patient’s bill says so.',
  refused: 'Not approved. No money has moved.',
  undo: 'Reverse the write-off',
  undone: 'The amount is open again.',
  ownWriteOff: 'You asked for it, so another person approves it.',
  offsHeading: 'Write-offs to approve',
  offsHint: 'A second person looks at each one. The oldest is first.',
  offsEmpty: 'No write-off waits',
  offsEmptyText: 'When somebody asks to write off an amount, it appears here.',
  offsMore: 'Show more write-offs',
  taskTitle: 'Task',
  taskStart: 'Claim {number}: ',
  taskFor: 'For',
  role_biller: 'Billing',
  'role_front-desk': 'Front desk',
  role_nurse: 'Nurses',
  role_practitioner: 'Practitioners',
  taskAdd: 'Assign the task',
  taskAdded: 'The task is in their inbox.',
  notesHeading: 'Claim notes',
  notesHint: 'Nobody else reads them, and they are not sent. A note cannot be changed later.',
  notesNone: 'No note yet.',
  noteText: 'Your note',
  noteSave: 'Save the note',
  noteSaved: 'The note was saved.',
  noteLine: '{name}, {time}',
  earlierNote: 'Earlier note',
  needed: 'Enter some text.',
  problem_appeal_open: [
    'This claim has an open appeal',
    'What you wrote is still here.',
    'Record the payer’s answer to that appeal first.',
  ],
  problem_appeal_sent: ['This appeal was sent', 'Nothing was changed.', 'Record the answer, or add a note.'],
  problem_write_off_asked: [
    'A write-off of this claim waits already',
    'Nothing was added.',
    'A second person decides about it.',
  ],
  problem_write_off_not_possible: [
    'The claim or its open amount has changed',
    'No money was moved.',
    'Look at the claim again. A correction may have taken its place.',
  ],
  problem_second_person_needed: ['You asked for this write-off', 'It still waits.', 'Another person must approve it.'],
  problem_unknown_member: ['That person is not known here', 'What you wrote is still here.', 'Choose somebody else.'],
  ...claimConflictEn,
} as const satisfies Messages &
  ProblemWords<Calls> &
  CodeWords<'appeal', AppealState> &
  CodeWords<'answer', AppealAnswer> &
  CodeWords<'off', WriteOffState> &
  CodeWords<'reasonOff', WriteOffReason>
