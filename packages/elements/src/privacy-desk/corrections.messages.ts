import { defineMessages } from '../core/message-types.ts'
import { correctionsEn } from './corrections.en.ts'

export const correctionsMessages = defineMessages(
  'desk-corrections',
  correctionsEn,
  {
    es: () => import('./corrections.es.ts').then((module) => module.correctionsEs),
    ar: () => import('./corrections.ar.ts').then((module) => module.correctionsAr),
  },
  () => import('./corrections.problems.ts').then((module) => module.correctionsProblems),
)
