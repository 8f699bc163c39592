import type { Messages } from '../core/message-types.ts'

/** Texts of captions in a call, and of who types them. */
export const captionsEn = {
  captions: 'Captions',
  lines: 'What was said',
  you: 'You',
  began: '{name} types what is said. Press C to hide or show it.',
  empty: '{name} types what is said. You read it here.',
  shown: 'Captions are on',
  hidden: 'Captions are off',
  none: 'No one types captions now.',
  machineOn: 'A machine makes captions of this call.',
  machineHears: 'What it writes can be wrong. The video service hears the call for it.',
  machineBegan: 'A machine makes captions of this call now. The video service hears the call for it.',
  machineEnded: 'The captions by machine have ended.',
  machineStart: 'Start captions by machine',
  machineStop: 'Stop captions by machine',
  large: 'Large text',
  read: 'With screen reader',
  writeHeading: 'Type what is said',
  writeHint: 'Everyone in the room reads it while you type. Enter ends the line.',
  notKept: 'We do not keep it.',
  alone: 'No one is connected who can read it.',
  speaker: 'Who speaks?',
  noName: 'No name',
  text: 'What is said',
  endLine: 'End the line',
} as const satisfies Messages
