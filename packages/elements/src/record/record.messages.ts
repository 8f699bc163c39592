import { defineMessages } from '../core/message-types.ts'
import { recordEn } from './record.en.ts'

export const recordMessages = defineMessages(
  'record',
  recordEn,
  {
    es: () => import('./record.es.ts').then((module) => module.recordEs),
    ar: () => import('./record.ar.ts').then((module) => module.recordAr),
  },
  () => import('./record.problems.ts').then((module) => module.recordProblems),
)
