import { defineMessages } from '../../core/message-types.ts'
import { waitingEn } from './waiting.en.ts'

export const waitingMessages = defineMessages(
  'schedule-waiting',
  waitingEn,
  {
    es: () => import('./waiting.es.ts').then((module) => module.waitingEs),
    ar: () => import('./waiting.ar.ts').then((module) => module.waitingAr),
  },
  () => import('./waiting.problems.ts').then((module) => module.waitingProblems),
)
