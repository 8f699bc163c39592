import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'practitioners.get' | 'practitioners.list' | 'practitioners.update'

export const practitionerNamesEn = {
  loading: 'Loading the clinicians',
  none: 'The clinic has no clinicians yet.',
  names: 'Names',
  namesOf: 'Names of {name}',
  more: 'Show more clinicians',
  back: 'All clinicians',
  officialHint: 'As the license shows it, without a title.',
  noOfficial: 'There is no name in parts yet, so the parts are taken from “{name}”. Enter it as the license shows it.',
  problem_version_conflict: [
    'A colleague changed this clinician',
    'What you typed is kept.',
    'Look at the names, then save again.',
  ],
  problem_appointments_affected: [
    'This change would affect booked visits',
    'What you typed is kept.',
    'Change only the name here, and hours or licenses where they are kept.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
