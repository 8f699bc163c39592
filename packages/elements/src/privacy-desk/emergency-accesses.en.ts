import type { EmergencyOutcome, EmergencyReason } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'emergencyAccesses.list' | 'emergencyAccesses.review'

export const emergencyAccessesEn = {
  heading: 'Emergency accesses to review ({count})',
  erased: 'Erased patient',
  openedBy: 'opened by {name}',
  dueBy: 'review by {date}',
  overdue: 'Overdue',
  openNow: 'Open now',
  asked: 'More information needed',
  askedNote: '{name} asked: {note}',
  own: 'You opened this chart. Another person has to review it.',
  'reason_life-at-risk': 'The patient’s life or health is in danger',
  'reason_cannot-answer': 'The patient cannot answer',
  'reason_nobody-reachable': 'It cannot wait, and nobody who treats them can be reached',
  'reason_danger-to-others': 'Another person is in danger',
  review: 'Review',
  reviewName: 'Review: {name}',
  outcome: 'This access was',
  outcome_appropriate: 'Appropriate',
  'outcome_not-appropriate': 'Not appropriate',
  'outcome_more-information': 'Not clear yet: more information is needed',
  outcomeFault: 'Choose one.',
  note: 'Note',
  noteHint: 'Needed unless the access was appropriate.',
  noteFault: 'Write why.',
  save: 'Save the review',
  cancel: 'Cancel',
  saved: 'The review is saved.',
  problem_own_emergency_access: [
    'You opened this chart yourself',
    'Nothing was changed.',
    'Ask another person to review it.',
  ],
  problem_emergency_access_reviewed: [
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
  CodeWords<'reason', EmergencyReason> &
  CodeWords<'outcome', EmergencyOutcome> &
  ProblemWords<Calls>
