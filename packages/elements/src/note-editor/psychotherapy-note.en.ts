import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls = 'notes.psychotherapy' | 'notes.savePsychotherapy'

export const psychotherapyNoteEn = {
  heading_psychotherapy: 'Psychotherapy notes',
  'heading_substance-use-counseling': 'Substance use counseling notes',
  onlyYou: 'Only you',
  about_psychotherapy:
    'Your own notes of this session, kept apart from the record. They are not in the visit note, its PDF, the summary or a claim, and nobody else can open them.',
  'about_substance-use-counseling':
    'Your own notes of this counseling session, kept apart from the record. They are not in the visit note, its PDF, the summary or a claim, and nobody else can open them.',
  notShared:
    'The patient has not agreed to share these notes. Another consent does not cover them. Do not give a copy to anyone.',
  shared:
    'The patient agreed to share these notes, in a consent of their own ({time}). This system does not send them. If you give someone a copy, this text has to go with it:',
  open: 'Open my notes',
  opening: 'Opening your notes',
  label: 'What you want to remember from this session',
  nothingYet: 'Nothing is saved yet',
  dirty: 'Not saved yet',
  saved: 'Saved {time}',
  save: 'Save my notes',
  saving: 'Saving',
  savedDone: 'Your notes are saved.',
  close: 'Close',
  discard: 'Close without saving',
  problem_not_found: [
    'Notes like these are not kept of this visit',
    'Your words are still here.',
    'Only whoever held the session keeps them. Copy what you need before you close.',
  ],
  problem_version_conflict: [
    'These notes were changed on another screen',
    'Both texts are kept.',
    'Copy your words, close without saving, open the notes again and add them.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
