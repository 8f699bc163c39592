import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls = 'notes.psychotherapy' | 'notes.savePsychotherapy'

export const psychotherapyNoteEn = {
  heading: 'Psychotherapy notes',
  onlyYou: 'Only you',
  about:
    'Your own notes of this session, kept apart from the record. They are not in the visit note, its PDF, the summary or a claim, and nobody else can open them.',
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
