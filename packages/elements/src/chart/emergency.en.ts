import type { EmergencyReason } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'emergencyAccesses.open' | 'emergencyAccesses.listOwn' | 'emergencyAccesses.end'

export const emergencyEn = {
  offer: 'Open in an emergency',
  heading: 'Open this chart in an emergency',
  record:
    'The chart is open to you for one hour at most. The patient is told at once, and reads your name and the reason you choose. A privacy officer reads what you write, and checks it.',
  why: 'Reason',
  choose: 'Choose a reason',
  chooseFault: 'Choose the reason.',
  'reason_life-at-risk': 'The patient’s life or health is in danger',
  'reason_cannot-answer': 'The patient cannot answer',
  'reason_nobody-reachable': 'It cannot wait, and nobody who treats them can be reached',
  'reason_danger-to-others': 'Another person is in danger',
  text: 'What happened',
  textHint: 'For the review. The patient does not read it.',
  textFault: 'Write in a few words what happened.',
  confirm: 'Open the chart',
  working: 'Opening',
  cancel: 'Cancel',
  opened: 'The chart is open to you until {time}.',
  open: 'Open in an emergency',
  left: { one: '{count} minute left, until {time}.', other: '{count} minutes left, until {time}.' },
  told: 'The patient and the privacy officer have been told.',
  end: 'End now',
  ending: 'Ending',
  ended: 'The emergency access has ended. The chart is closed.',
  problem_emergency_access_open: [
    'You have opened this chart already',
    'Nothing was changed.',
    'Load the chart again.',
  ],
  problem_emergency_access_ended: ['This is over already', 'Nothing was changed.', 'Load the chart again.'],
} as const satisfies Messages & CodeWords<'reason', EmergencyReason> & ProblemWords<Calls>
