import type { ContactChoice } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'

/** How the clinic calls, writes to and addresses a patient. */
export const contactEn = {
  whoSees:
    'Everyone at the clinic sees only the number, the address and the name that you choose here. It counts at once.',
  noReason: 'You do not need to give a reason.',
  exception:
    'In an emergency, staff see where you are or live, so that help finds you. In a visit, they have the number that you give for it.',
  calls: 'Phone calls',
  calls_recorded: 'Call the number in my record',
  calls_only: 'Call only this number',
  calls_none: 'Do not call me',
  callPhone: 'Number for calls',
  phoneMissing: 'Enter the number that we may call.',
  leaveMessage: 'You may leave a message there',
  leaveHint: 'If not, we say nothing to a machine or to other people.',
  hours: 'Call only at certain hours',
  hoursHint: 'In your own time zone.',
  from: 'From',
  to: 'Until',
  hoursWrong: '“Until” must be later than “From”.',
  letters: 'Letters',
  letters_recorded: 'Write to the address in my record',
  letters_only: 'Write only to this address',
  letters_none: 'Send me no letters',
  lettersNoneHint: 'You read them here instead.',
  line1: 'Street and number',
  line2: 'Apartment, unit (optional)',
  city: 'City',
  state: 'State',
  postalCode: 'ZIP code (optional)',
  chooseState: 'Choose a state',
  addressMissing: 'Enter the street, the city and the state.',
  addressAs: 'Name that we use for you (optional)',
  nameHint:
    'In calls, in letters and when a page greets you. Prescriptions, lab orders and claims keep your official name.',
  partners:
    'Labs and pharmacies get the number that you choose. They and your insurance keep the address in your record.',
  save: 'Save',
  saving: 'Saving',
  saved: 'Saved. Everyone at the clinic sees it now.',
} as const satisfies Messages &
  CodeWords<'calls', ContactChoice['calls']> &
  CodeWords<'letters', ContactChoice['letters']>
