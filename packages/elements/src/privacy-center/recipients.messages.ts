import { defineMessages } from '../core/message-types.ts'
import { recipientsEn } from './recipients.en.ts'

export const recipientsMessages = defineMessages(
  'privacy-recipients',
  recipientsEn,
  {
    es: () => import('./recipients.es.ts').then((module) => module.recipientsEs),
    ar: () => import('./recipients.ar.ts').then((module) => module.recipientsAr),
  },
  () => import('./recipients.problems.ts').then((module) => module.recipientsProblems),
)
