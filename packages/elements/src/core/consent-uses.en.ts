import type { ConsentUseStep } from '@visitkit/sdk'
import type { CodeWords, Messages } from './message-types.ts'
import type { ProblemWords } from './problem-words.ts'

type Calls = 'consents.uses'

/** For what a consent was used. Patients and staff read it. */
export const consentUsesEn = {
  show: 'What it was used for',
  showOf: 'What it was used for: {title}',
  loading: 'Loading what it was used for',
  none: 'It has not been used for a visit.',
  intro: 'It was used for these visits:',
  stays: 'Taking it back does not change these past visits:',
  visit: '{type} with {name}',
  'step_check-in': 'Check-in on {date}',
  step_admission: 'Start with the clinician on {date}',
  step_seat: 'In the video room on {date}',
  more: 'Show more visits',
} as const satisfies Messages & CodeWords<'step', ConsentUseStep> & ProblemWords<Calls>
