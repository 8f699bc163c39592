import type { Messages } from '../../core/message-types.ts'
import type { ProblemWords } from '../../core/problem-words.ts'

type Calls = 'appointments.list' | 'onDemand.list' | 'visitTypes.list'

/** Texts that the calendar shows a moment later: the ways to the panels of the clinic, and numbers of visits. */
export const toolsEn = {
  clinic: 'Clinic',
  waitingNow: 'Waiting now: {count}',
  arrived: { one: '{count} patient is waiting.', other: '{count} patients are waiting.' },
  waitlist: 'Waitlist',
  needsTime: 'Need another time',
  downtime: 'If the system is down',
  closures: 'Closures',
  resources: 'Rooms and interpreters',
  also: 'with {names}',
  seats: '{count} of {capacity} seats taken',
  series: '{place} of {count} in a series',
  inState: 'patient in {state}',
} as const satisfies Messages & ProblemWords<Calls>
