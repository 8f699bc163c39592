import type { IntakeAlert } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'alerts.list' | 'alerts.acknowledge' | 'alerts.shown'

export const alertsEn = {
  heading: 'Emergency alerts',
  announce: 'Emergency alert. {name}: {alert}.',
  age: { one: '{count} year old', other: '{count} years old' },
  raised: 'Answered: {ago}',
  escalated: 'Nobody answered in time. All clinicians have been notified.',
  call: 'Call {number}',
  here: 'Where they are now: {address}',
  home: 'Home address: {address}',
  noAddress: 'No address is known.',
  answered: 'What they answered',
  yes: 'Yes',
  no: 'No',
  acknowledge: 'I will act on this',
  acknowledgeName: 'I will act on this: {name}, {alert}',
  acknowledging: 'Saving',
  acknowledged: 'Taken on. The patient can read that you have seen this.',
  takenHeading: 'Taken on today',
  takenBy: '{name}, {time}',
  more: 'There are more alerts. They show as you take these on.',
  open: 'Open chart',
  openName: 'Open chart: {name}',
  'alert_self-harm-thoughts': 'Thoughts of self-harm',
  'alert_chest-pain': 'Chest pain',
  'alert_breathing-difficulty': 'Hard to breathe',
  'alert_breathing-or-fainting': 'Trouble breathing or fainting',
  'alert_stroke-signs': 'Signs of a stroke',
  'alert_severe-bleeding': 'Heavy bleeding',
  'alert_severe-allergic-reaction': 'Severe allergic reaction',
  'alert_very-high-blood-pressure': 'Very high blood pressure',
  'alert_hard-to-wake': 'Hard to wake',
  alert_other: 'Emergency answer',
  problem_alert_acknowledged: [
    'A colleague has taken this on',
    'Nothing was changed.',
    'The list shows who. Ask them before you act.',
  ],
} as const satisfies Messages & CodeWords<'alert', IntakeAlert> & ProblemWords<Calls>
