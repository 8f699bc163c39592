import type { HowToCall, HowToWrite } from '@visitkit/sdk'
import type { CodeWords, Messages } from './message-types.ts'

/** What staff read next to a telephone number or an address of a patient. */
export const reachEn = {
  call_visit: 'The patient gave this number for the visit that is on now.',
  call_only: 'Call only this number.',
  call_none: 'Do not call. The patient does not want calls.',
  mayLeave: 'You may leave a message.',
  leaveNone: 'Leave no message.',
  hours: 'Call between {from} and {to} ({zone}).',
  askFor: 'Ask for {name}.',
  noNumber: 'No telephone number is known.',
  letter_only: 'Write only to this address.',
  letter_none: 'Send no letters. The patient does not want them.',
  writeTo: 'Write to {name}.',
  noAddress: 'No address is known.',
} as const satisfies Messages &
  CodeWords<'call', Exclude<HowToCall['rule'], 'recorded'>> &
  CodeWords<'letter', Exclude<HowToWrite['rule'], 'recorded'>>
