import type { Messages } from '../core/message-types.ts'

/** What the server refuses, in English; fetched once something stands on the page. */
export const messagesProblems = {
  problem_attachment_kind: [
    'This kind of file cannot be sent',
    'Your message is still here.',
    'Choose a JPEG, PNG or WebP image, or a PDF.',
  ],
  problem_attachment_unreadable: [
    'The file could not be read',
    'Your message is still here.',
    'Try another copy of it, or a photo of it.',
  ],
  problem_body_too_large: ['The file is too large', 'Your message is still here.', 'Choose one of at most 10 MB.'],
  problem_version_conflict: [
    'Somebody else changed this thread',
    'Nothing was lost.',
    'The page shows the latest now. Try again if it is still needed.',
  ],
} as const satisfies Messages
