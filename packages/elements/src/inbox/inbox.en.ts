import type { TaskKind } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls =
  | 'tasks.list'
  | 'tasks.change'
  | 'notes.waiting'
  | 'labs.waiting'
  | 'threads.list'
  | 'appointments.list'
  | 'patients.search'
  | 'inbox.counts'
  | 'waitlist.list'

export const inboxEn = {
  heading: 'Inbox',
  loading: 'Loading your inbox',
  nothing: 'Nothing is waiting for you.',
  nothingText: 'New work appears here by itself. You can leave this page open.',
  notStaffHeading: 'This is for the clinic’s staff',
  notStaffText: 'Your messages and visits are in your own pages.',
  find: 'Find a patient',
  age: { one: '{count} year old', other: '{count} years old' },
  section_tasks: 'Tasks',
  section_notes: 'Notes to sign',
  section_results: 'Results to review',
  section_messages: 'Messages to answer',
  section_requests: 'Requests for a visit',
  section_waitlist: 'Waiting for an earlier time',
  shownFirst: 'The first {count} are shown.',
  offered: 'A time is offered',
  between: '{from} to {to}',
  whose: 'Whose tasks',
  whose_all: 'All tasks',
  whose_mine: 'Mine',
  whose_role: 'My role’s',
  whose_team: 'My team’s',
  none_mine: 'No task is assigned to you.',
  none_role: 'No task is waiting for your role.',
  none_team: 'No task is waiting for a colleague of your care team or one whom you cover.',
  count: '{name} ({count})',
  urgent: 'Urgent',
  overdue: 'Overdue',
  critical: 'Critical',
  abnormal: 'Outside the range',
  due: 'due {date}',
  unknownPatient: 'Patient not known yet',
  take: 'Take',
  takeName: 'Take: {name}',
  taken: 'This task is yours now.',
  done: 'Done',
  doneName: 'Done: {name}',
  taskDone: 'Done: taken off the list.',
  open: 'Open',
  openName: 'Open: {name}',
  forYou: 'for you',
  forRole: 'for your role',
  forColleague: 'for {name}',
  'kind_call-patient': 'Call the patient',
  'kind_review-result': 'Look at a result',
  'kind_critical-result': 'Act on a critical result',
  'kind_unmatched-result': 'Find out whose result it is',
  'kind_intake-alert': 'Act on an emergency answer',
  'kind_answer-request': 'Answer a request for a visit',
  'kind_no-show': 'Call about a missed visit',
  'kind_rebook-appointment': 'Find another time for a visit',
  'kind_referral-overdue': 'Ask about a referral',
  'kind_low-survey': 'Call about a bad experience',
  'kind_survey-comment': 'Read what a patient wrote',
  kind_pharmacy: 'Answer a pharmacy',
  kind_other: 'Task',
  problem_version_conflict: [
    'A colleague changed this task',
    'Nothing was changed.',
    'The list has been updated: look at it, then repeat.',
  ],
  problem_task_ended: ['This task is already done', 'Nothing was changed.', 'The list has been updated.'],
  problem_unknown_member: ['You cannot take this task', 'Nothing was changed.', 'Ask your administrator.'],
} as const satisfies Messages & CodeWords<'kind', TaskKind> & ProblemWords<Calls>
