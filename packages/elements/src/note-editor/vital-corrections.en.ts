import type { VitalStatus } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'

/** Corrections of measurements after the signature. */
export const vitalCorrectionsEn = {
  correct: 'Correct',
  correctOf: 'Correct: {name}',
  right: 'Right value in {unit}',
  hint: 'The signed note does not change. The old value stays here with your name.',
  save: 'Save correction',
  error: 'Entered in error',
  cancel: 'Cancel',
  fault: 'Enter a number from {from} to {to}.',
  saved: '{name} is corrected.',
  was: 'Was {value}. {name}, {time}',
  measuredAt: 'measured {time}',
  vital_preliminary: 'Not co-signed yet',
  vital_final: 'As signed',
  vital_corrected: 'Corrected',
  'vital_entered-in-error': 'Entered in error',
  problem_note_not_signed: [
    'This note is not signed yet',
    'What you typed is kept.',
    'Change the value in the note itself.',
  ],
  problem_version_conflict: [
    'A colleague corrected this too',
    'What you typed is kept.',
    'Look at the value, then save again.',
  ],
} as const satisfies Messages & CodeWords<'vital', VitalStatus>
