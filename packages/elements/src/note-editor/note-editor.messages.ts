import { defineMessages } from '../core/message-types.ts'
import { noteEditorEn } from './note-editor.en.ts'

export const noteEditorMessages = defineMessages(
  'note-editor',
  noteEditorEn,
  {
    es: () => import('./note-editor.es.ts').then((module) => module.noteEditorEs),
    ar: () => import('./note-editor.ar.ts').then((module) => module.noteEditorAr),
  },
  () => import('./note-editor.problems.ts').then((module) => module.noteEditorProblems),
)
