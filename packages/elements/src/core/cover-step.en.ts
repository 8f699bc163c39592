import type { Messages } from './message-types.ts'
import type { ProblemWords } from './problem-words.ts'

type Calls = 'covers.start' | 'me.get' | 'practitioners.get'

export const coverStepEn = {
  take: 'Take cover',
  heading: 'Take cover for {name}',
  headingOpen: 'Take cover for a colleague',
  loading: 'Loading who can be covered',
  practitioner: 'Colleague',
  why: 'Why',
  choose: 'Choose a reason',
  chooseFault: 'Choose why you take cover.',
  reason_absent: 'They are not here',
  'reason_on-leave': 'They are on leave',
  'reason_off-shift': 'Their shift is over',
  reason_emergency: 'A patient cannot wait',
  reason_workload: 'There are too many patients for one',
  'reason_at-request': 'They asked me to',
  reason_supervision: 'I supervise them',
  until: 'Until',
  untilHours: { one: '{time}, in {count} hour', other: '{time}, in {count} hours' },
  record:
    'Your name, the reason and what you do under cover are kept on record. {name} sees at once that you cover, and patients see it on their list of who saw their record.',
  confirm: 'Take cover',
  working: 'Taking cover',
  cancel: 'Cancel',
  done: 'You cover for {name} until {time}.',
  goOn: 'Now do again what you were about to do.',
  problem_cover_exists: [
    'You cover for this colleague already',
    'Nothing was changed.',
    'Try again what you were about to do.',
  ],
  problem_too_many_covers: [
    'You cover for as many colleagues as one person can',
    'Nothing was changed.',
    'End a cover that is not needed any more, then try again.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
