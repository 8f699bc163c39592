import type { Messages } from '../core/message-types.ts'

/** The page on which patients say something about themselves. The answers are in `core/background-words.en.ts`. */
export const backgroundEn = {
  why: 'These facts can matter for your care. They also help the clinic see if it treats all people well.',
  free: 'You can skip any question. You can change or clear an answer at any time.',
  whoSees: 'You, the front desk and the clinicians who treat you can see your answers. People who help you cannot.',
  notSent: 'We do not send them to labs, pharmacies or insurers.',
  racesHint: 'Choose all that fit.',
  save: 'Save answers',
  saved: 'Your answers are saved.',
  clear: 'Clear all answers',
  cleared: 'All answers are cleared.',
  onlyOwn: 'Only the patient can see and answer these questions.',
} as const satisfies Messages
