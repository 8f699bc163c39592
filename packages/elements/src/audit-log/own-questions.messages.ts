import { defineMessages } from '../core/message-types.ts'
import { ownQuestionsEn } from './own-questions.en.ts'

export const ownQuestionsMessages = defineMessages('own-questions', ownQuestionsEn, {
  es: () => import('./own-questions.es.ts').then((module) => module.ownQuestionsEs),
  ar: () => import('./own-questions.ar.ts').then((module) => module.ownQuestionsAr),
})
