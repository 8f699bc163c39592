import { defineMessages } from '../core/message-types.ts'
import { questionsEn } from './questions.en.ts'

export const questionsMessages = defineMessages('privacy-questions', questionsEn, {
  es: () => import('./questions.es.ts').then((module) => module.questionsEs),
  ar: () => import('./questions.ar.ts').then((module) => module.questionsAr),
})
