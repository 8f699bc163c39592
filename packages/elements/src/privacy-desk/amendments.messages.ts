import { defineMessages } from '../core/message-types.ts'
import { amendmentsEn } from './amendments.en.ts'

export const amendmentsMessages = defineMessages(
  'amendments',
  amendmentsEn,
  {
    es: () => import('./amendments.es.ts').then((module) => module.amendmentsEs),
    ar: () => import('./amendments.ar.ts').then((module) => module.amendmentsAr),
  },
  () => import('./amendments.problems.ts').then((module) => module.amendmentsProblems),
)
