import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls =
  | 'fees.serviceCodes'
  | 'me.get'
  | 'notes.addend'
  | 'notes.cosign'
  | 'notes.diagnosisCodes'
  | 'notes.difference'
  | 'notes.get'
  | 'notes.ofPatient'
  | 'notes.nameSupervisor'
  | 'notes.open'
  | 'notes.pdf'
  | 'notes.save'
  | 'notes.sign'
  | 'notes.templates'
  | 'notes.versions'
  | 'orderSets.list'
  | 'textMacros.list'
  | 'textMacros.put'
  | 'textMacros.remove'
  | 'vitals.correct'

/** English texts of server problems. Loaded after the first render. */
export const noteEditorProblems = {
  problem_visit_not_started: [
    'There is nothing to write down yet',
    'Nothing was changed.',
    'Let the patient in first. The note opens then.',
  ],
  problem_note_signed: [
    'This note was signed meanwhile',
    'Your words are still here.',
    'Copy what you need, open the note again, and add it there.',
  ],
  problem_note_incomplete: [
    'Something is still missing',
    'Your note is saved.',
    'Fill in what is named beside the button, then sign.',
  ],
  problem_too_many_macros: [
    'You have as many macros as can be kept',
    'Nothing was changed.',
    'Delete one that you do not use, then save again.',
  ],
  problem_version_conflict: [
    'The note changed while you were signing',
    'Nothing was signed.',
    'Read it once more, then sign.',
  ],
  problem_unknown_code: [
    'One code is not in the code lists',
    'Your words are still here.',
    'Remove the code and choose it again from the search.',
  ],
  problem_invalid_request: [
    'The clinic’s system does not take a value',
    'Your words are still here.',
    'Look at the vitals and the services, and correct what looks wrong.',
  ],
  problem_visit_not_ended: ['The visit still runs', 'Your note is saved.', 'End the visit, then sign.'],
  problem_not_the_author: [
    'Only the clinician who saw the patient signs this note',
    'The note is saved.',
    'Ask them to sign it.',
  ],
  problem_not_awaiting_cosign: [
    'This note waits for no second signature',
    'Nothing was changed.',
    'Open it again to see how it stands.',
  ],
  problem_not_the_supervisor: [
    'Somebody else was asked to co-sign',
    'Nothing was changed.',
    'They find the note in their own list.',
  ],
  problem_supervisor_available: [
    'Only the author or the supervisor names another',
    'Nothing was changed.',
    'Ask one of them.',
  ],
  problem_step_up_required: [
    'You have to show once more that it is you',
    'Your note is saved.',
    'Sign in again when the page asks, then sign.',
  ],
  problem_note_not_signed: [
    'This note is not signed yet',
    'Nothing was lost.',
    'Sign it first. Then it can be added to and printed.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
