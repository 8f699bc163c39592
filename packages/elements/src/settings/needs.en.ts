import type { Messages } from '../core/message-types.ts'

/** Texts of what a patient needs in a visit. Loaded when the page is opened. */
export const needsEn = {
  captions: 'I need captions in video visits',
  captionsHint:
    'Captions are the words that are said, as text on the screen. When you book a video visit, we ask who types them.',
} as const satisfies Messages
