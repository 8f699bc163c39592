import { defineMessages, type Messages } from '../core/message-types.ts'

export const followUpEn = {
  tasks: 'To do',
  noTasks: 'Nothing is to be done for you or your role.',
  'kind_call-patient': 'Call the patient',
  'kind_review-result': 'Look at a result',
  'kind_critical-result': 'Act on a critical result',
  'kind_unmatched-result': 'Find out whose result it is',
  'kind_intake-alert': 'Act on an answer of the questionnaire',
  'kind_no-show': 'Call about a missed visit',
  'kind_referral-overdue': 'Ask about a referral',
  'kind_low-survey': 'Call about a bad experience',
  kind_pharmacy: 'Answer a pharmacy',
  kind_other: 'Something else',
  urgent: 'Urgent',
  overdue: 'Overdue',
  dueOn: 'due {date}',
  forName: 'for {name}',
  done: 'Done',
  doneName: 'Done: {name}',
  taskDone: 'Done: taken off the list.',

  referrals: 'Referrals',
  referral_sent: 'Sent',
  referral_accepted: 'Accepted',
  referral_declined: 'Declined',
  referral_scheduled: 'Appointment made',
  referral_seen: 'Seen there',
  'referral_report-received': 'Report received',
  referral_closed: 'Closed',

  plan: 'Care plan',
  changedOn: 'Changed on {date}',
  goal_active: 'Goal',
  goal_reached: 'Reached',
  'goal_given-up': 'Given up',
  by_patient: 'Patient',
  'by_care-team': 'Care team',
  activity_planned: 'planned',
  'activity_under-way': 'under way',
  activity_done: 'done',

  nothing: 'No task, no referral and no plan.',
} as const satisfies Messages

export const followUpMessages = defineMessages('chart-follow-up', followUpEn, {
  es: () => import('./follow-up.es.ts').then((module) => module.followUpEs),
  ar: () => import('./follow-up.ar.ts').then((module) => module.followUpAr),
})
