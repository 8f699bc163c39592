import { defineMessages } from '../core/message-types.ts'
import { labOrdersEn } from './lab-orders.en.ts'

export const labOrdersMessages = defineMessages(
  'lab-orders',
  labOrdersEn,
  {
    es: () => import('./lab-orders.es.ts').then((module) => module.labOrdersEs),
    ar: () => import('./lab-orders.ar.ts').then((module) => module.labOrdersAr),
  },
  () => import('./lab-orders.problems.ts').then((module) => module.labOrdersProblems),
)
