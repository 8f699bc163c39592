import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'organization.get' | 'organization.update'

export const clinicAddressEn = {
  loading: 'Loading the address',
  hint: 'As on an envelope, one line each, with street, city, state and postal code. Leave lines that you do not need empty.',
  line: 'Line {number}',
  effect: 'Patients with a visit in person read this address at their visit and in its calendar file.',
  none: 'No address is set. A visit in person then gives the telephone number of the clinic.',
  save: 'Save the address',
  saving: 'Saving',
  cancel: 'Undo my changes',
  saved: 'The address is saved.',
  tooLong: 'Line {number} has more than {most} letters. Shorten it, or continue in the next line.',
  gap: 'Line {number} is empty, and a later one is not. Fill it, or move the others up.',
  problem_version_conflict: [
    'A colleague changed the settings of the clinic',
    'Nothing was changed. What you typed is still here.',
    'The current address is shown below the fields. Compare it, then save again.',
  ],
  problem_invalid_request: [
    'The address was not accepted',
    'Nothing was changed. What you typed is still here.',
    'Look at each line: at least one letter and at most 120.',
  ],
  problem_vendor_not_permitted: [
    'The video service of the clinic is not permitted here',
    'Nothing was changed. What you typed is still here.',
    'Ask who runs the server to look at the agreement with the video service.',
  ],
  current: 'The address now',
} as const satisfies Messages & ProblemWords<Calls>
