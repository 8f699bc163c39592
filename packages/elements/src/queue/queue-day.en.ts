import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

type Calls = 'queue.day'

export const queueDayEn = {
  open: 'Waits today, by hour',
  loading: 'Loading today’s waits',
  none: 'Nobody has checked in today.',
  patients: 'Patients who checked in',
  minutes: 'Minutes of waiting',
  minutesHint: 'Bar: half of the patients waited at most this long. Line: the longest wait.',
  patientsLabel: {
    one: '{count} patient checked in today, by hour.',
    other: '{count} patients checked in today, by hour.',
  },
  minutesLabel: 'Minutes of waiting by hour. The longest wait was {longest}.',
  table: 'The numbers',
  hour: 'Hour',
  median: 'Half waited at most',
  longest: 'Longest',
  waiting: 'Still waiting',
} as const satisfies Messages & ProblemWords<Calls>
