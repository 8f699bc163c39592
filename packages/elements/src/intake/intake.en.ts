import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls =
  | 'alerts.ofAppointment'
  | 'appointments.changeReason'
  | 'appointments.get'
  | 'intake.list'
  | 'intake.save'
  | 'intake.submit'
  | 'questionnaires.get'

export const intakeEn = {
  loading: 'Loading your questions',
  progress: 'Question {at} of {of}',
  next: 'Next',
  back: 'Back',
  optional: 'You may skip this.',
  many: 'Choose all that fit.',
  yes: 'Yes',
  no: 'No',
  saving: 'Saving',
  saved: 'Saved',
  notSaved: 'Not saved yet. We keep trying; what you typed is kept on this page.',
  answerFirst: 'Please answer this question to go on.',
  checkThis: 'Please check this answer.',
  wholeNumber: 'Please write a whole number, for example 7.',
  numberWrong: 'Please write a number, for example 7.5.',
  numberLeast: 'Please write {from} or more.',
  numberMost: 'Please write {to} or less.',
  numberRange: 'Please write a number from {from} to {to}.',
  told: 'You told us',
  keepReason: 'Save',
  leaveReason: 'Leave it as it is',
  reasonSaved: 'Saved. Your care team reads it as it is now.',
  safetyHeading: 'Before anything else',
  reviewHeading: 'Check your answers',
  reviewText: 'Your clinician reads them when the visit begins. You can still change them.',
  change: 'Change',
  changeOf: 'Change: {question}',
  noAnswer: 'No answer',
  send: 'Send my answers',
  sending: 'Sending',
  emergencyHeading: 'Please get help now',
  emergencyText: 'Something in your answers may not be able to wait for a video visit.',
  emergencyTelling: 'We are telling the clinic now.',
  emergencyTold: 'The clinic has been told.',
  emergencySeen: '{name} at the clinic has seen this.',
  emergencyNotTold: 'We could not tell the clinic yet, so please call.',
  emergencyCall: 'Call {number} now if you are in danger.',
  emergencyCrisis: 'If you think of hurting yourself, call or text {number}. Someone answers day and night.',
  emergencyClinic: 'Call the clinic: {phone}',
  emergencyGoOn: 'I am safe for now. Go on with the questions',
  doneHeading: 'Your answers are in',
  doneText: 'Your clinician reads them when the visit begins.',
  problem_answers_missing: [
    'Some questions still need an answer',
    'Your answers are kept.',
    'We take you to the first one.',
  ],
  problem_version_conflict: [
    'Your answers were changed on another screen',
    'Nothing you typed here was lost.',
    'Check them, then send again.',
  ],
  problem_already_submitted: [
    'These answers were already sent',
    'Nothing was changed.',
    'To correct one, tell your clinician in the visit.',
  ],
  problem_unknown_question: [
    'The questions have changed',
    'What you wrote is still here.',
    'Load the page again, then go on.',
  ],
  problem_answers_invalid: [
    'An answer does not fit its question',
    'What you wrote is still here.',
    'Check the answers, then go on.',
  ],
  problem_not_changeable: ['This appointment is over', 'Nothing was changed.', 'Write to your care team instead.'],
  problem_appointment_closed: ['This appointment is over', 'Nothing was changed.', 'There is nothing left to answer.'],
} as const satisfies Messages & ProblemWords<Calls>
