import type { NoInterpreterReason } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'appointments.explainInterpreter'

/** Texts about an interpreter whom a patient needs and the clinic does not hold. */
export const interpreterEn = {
  own: 'You need an interpreter ({language}), and none is booked for this visit. How will you talk?',
  their: 'This patient needs an interpreter ({language}), and none is booked. Why?',
  'own_brings-someone': 'I bring someone who interprets',
  'own_clinician-speaks': 'The clinician speaks my language',
  own_declined: 'I do not want an interpreter',
  'own_arranged-otherwise': 'The clinic finds one in some other way',
  'their_brings-someone': 'The patient brings someone who interprets',
  'their_clinician-speaks': 'The clinician speaks the language',
  their_declined: 'The patient does not want one',
  'their_arranged-otherwise': 'One is arranged another way',
  known: 'No interpreter ({language}): {why}.',
  choose: 'Choose one',
  save: 'Save',
  saving: 'Saving',
  saved: 'Saved',
  problem_not_changeable: [
    'This visit cannot be changed',
    'Nothing was changed.',
    'Call the clinic if something is wrong.',
  ],
  problem_interpreter_not_missing: [
    'There is one for this visit',
    'Nothing was changed.',
    'There is nothing to choose.',
  ],
} as const satisfies Messages &
  CodeWords<'own', NoInterpreterReason> &
  CodeWords<'their', NoInterpreterReason> &
  ProblemWords<Calls>
