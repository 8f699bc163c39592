import { defineMessages } from '../../core/message-types.ts'
import { supplyEn } from './supply.en.ts'

export const supplyMessages = defineMessages(
  'schedule-supply',
  supplyEn,
  {
    es: () => import('./supply.es.ts').then((module) => module.supplyEs),
    ar: () => import('./supply.ar.ts').then((module) => module.supplyAr),
  },
  () => import('./supply.problems.ts').then((module) => module.supplyProblems),
)
