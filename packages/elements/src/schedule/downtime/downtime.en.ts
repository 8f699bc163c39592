import type { Messages } from '../../core/message-types.ts'
import type { ProblemWords } from '../../core/problem-words.ts'

/** The client methods that this panel calls. A test compares them with the source. */
type Calls = 'downtimeList.export'

/** Texts of the list of visits for a time without the system. The page to print has them too. */
export const downtimeEn = {
  heading: 'Visits while the system is down',
  text: 'Today and tomorrow, as of {time}. Later changes are not here. Everyone in it is recorded as exported.',
  save: 'Save as a page to print',
  saved:
    'The page is saved. Open it in a browser and print it. Delete the file and shred the paper when the system is back.',
  again: 'Read it again',
  stored:
    'If your clinic has set it up, the server stores this list once an hour, to be opened with the key of the front desk when there is no server.',
  none: 'No visits are booked.',
  visits: { one: '{day}: {count} visit', other: '{day}: {count} visits' },
  time: 'Time',
  patient: 'Patient',
  born: 'Date of birth',
  phone: 'Phone',
  practitioner: 'Clinician',
  reason: 'Reason',
  language: 'Language',
  interpreter: '{language}, interpreter: {interpreter}',
  notes: 'Came, left, notes',
  erased: 'The record is erased',
} as const satisfies Messages & ProblemWords<Calls>
