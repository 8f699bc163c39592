import type { Messages } from '../core/message-types.ts'

export const visitDetailsEn = {
  video: 'It takes place here, by video. You need a camera and a microphone.',
  phone: 'When you check in, we ask for your phone number.',
  inState: 'You will be in {state}.',
  inStateFor: '{name} will be in {state}.',
  elsewhere: 'For another state, cancel this visit and book it again.',
  atAddress: 'It takes place at {address}.',
  map: 'Show it on a map',
  atClinic: 'It takes place at the clinic.',
  callForWay: 'To ask for the way, call {phone}.',
  alsoWith: 'Also with {names}.',
  interpreter: 'Interpreter: {names}.',
  room: 'Room: {names}.',
  group: { one: 'A group visit for {count} patient.', other: 'A group visit for up to {count} patients.' },
  ofSeries: 'Visit {number} of {total} in a series.',
  moreInSeries: {
    one: 'Part of a series, with {count} more visit after this one.',
    other: 'Part of a series, with {count} more visits after this one.',
  },
  lastInSeries: 'The last visit of a series.',
  inARow: 'One after the other with {visits}.',
  nameAt: '{name} at {time}',
} as const satisfies Messages
