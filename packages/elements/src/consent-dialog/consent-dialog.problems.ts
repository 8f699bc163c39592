import type { Messages } from '../core/message-types.ts'

/** What the server refuses, in English; fetched once something stands on the page. */
export const consentDialogProblems = {
  problem_document_changed: [
    'The text has just changed',
    'Your answer was not saved.',
    'Read the new text, then decide.',
  ],
  problem_sections_unseen: ['There is more to read', 'Nothing was saved.', 'Read to the end, then decide.'],
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
} as const satisfies Messages
