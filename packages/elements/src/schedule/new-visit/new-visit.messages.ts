import { defineMessages } from '../../core/message-types.ts'
import { newVisitEn } from './new-visit.en.ts'

export const newVisitMessages = defineMessages(
  'new-visit',
  newVisitEn,
  {
    es: () => import('./new-visit.es.ts').then((module) => module.newVisitEs),
    ar: () => import('./new-visit.ar.ts').then((module) => module.newVisitAr),
  },
  () => import('./new-visit.problems.ts').then((module) => module.newVisitProblems),
)
