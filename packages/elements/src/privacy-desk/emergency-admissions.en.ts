import type { EmergencyAdmissionReason, EmergencyOutcome } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'emergencyAdmissions.list' | 'emergencyAdmissions.review'

export const emergencyAdmissionsEn = {
  heading: 'Visits without the consent to review ({count})',
  erased: 'Erased patient',
  admittedBy: 'admitted by {name}',
  dueBy: 'review by {date}',
  overdue: 'Overdue',
  asked: 'More information needed',
  askedNote: '{name} asked: {note}',
  own: 'You admitted this patient. Another person has to review it.',
  unknown: 'someone who worked here',
  refusedBefore: 'Refused before',
  'reason_cannot-decide': 'The patient could not decide',
  'reason_delay-would-endanger': 'To ask first would have put the patient in danger',
  'reason_nobody-to-decide': 'The person who decides for the patient could not be reached',
  review: 'Review',
  reviewName: 'Review: {name}',
  outcome: 'This admission was',
  outcome_appropriate: 'Appropriate',
  'outcome_not-appropriate': 'Not appropriate',
  'outcome_more-information': 'Not clear yet: more information is needed',
  outcomeFault: 'Choose one.',
  note: 'Note',
  noteHint: 'Needed unless the admission was appropriate.',
  noteFault: 'Write why.',
  save: 'Save the review',
  cancel: 'Cancel',
  saved: 'The review is saved.',
  problem_own_emergency_admission: [
    'You admitted this patient yourself',
    'Nothing was changed.',
    'Ask another person to review it.',
  ],
  problem_emergency_admission_reviewed: [
    'A colleague reviewed this',
    'Nothing was changed.',
    'The list has been updated.',
  ],
  problem_version_conflict: [
    'A colleague changed this',
    'Nothing was changed.',
    'The list has been updated: look at it, then repeat.',
  ],
} as const satisfies Messages &
  CodeWords<'reason', EmergencyAdmissionReason> &
  CodeWords<'outcome', EmergencyOutcome> &
  ProblemWords<Calls>
