import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls = 'consents.decide' | 'consents.requirements'

/** English texts of server problems. Loaded after the first render. */
export const consentDialogProblems = {
  problem_consent_element_missing: [
    'There is something left to choose',
    'Nothing was signed.',
    'Choose what is marked, then sign again.',
  ],
  problem_consent_combined: [
    'This needs a consent of its own',
    'Nothing was signed.',
    'Ask for one consent at a time.',
  ],
  problem_document_changed: [
    'The text has just changed',
    'Your answer was not saved.',
    'Read the new text, then decide.',
  ],
  problem_sections_not_read: ['There is more to read', 'Nothing was saved.', 'Read to the end, then decide.'],
  problem_signature_missing: ['Your name is missing', 'Nothing was saved.', 'Type your full name, then try again.'],
  problem_outside_proxy_scope: [
    'You may not decide this for the patient',
    'Nothing was changed.',
    'Ask the patient to decide, or call the clinic.',
  ],
  problem_consent_document_missing: [
    'The clinic has not published this text yet',
    'Nothing was changed.',
    'Please call the clinic.',
  ],
  problem_written_signature_required: [
    'A spoken yes is not enough here',
    'Nothing was decided.',
    'Let the patient sign with their own name.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
