import { defineMessages } from '../core/message-types.ts'
import { psychotherapyNoteEn } from './psychotherapy-note.en.ts'

export const psychotherapyNoteMessages = defineMessages('psychotherapy-note', psychotherapyNoteEn, {
  es: () => import('./psychotherapy-note.es.ts').then((module) => module.psychotherapyNoteEs),
  ar: () => import('./psychotherapy-note.ar.ts').then((module) => module.psychotherapyNoteAr),
})
