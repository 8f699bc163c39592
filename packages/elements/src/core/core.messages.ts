import { defineMessages } from './message-types.ts'
import { coreEn } from './core.en.ts'

export const coreMessages = defineMessages(
  'core',
  coreEn,
  {
    es: () => import('./core.es.ts').then((module) => module.coreEs),
    ar: () => import('./core.ar.ts').then((module) => module.coreAr),
  },
  () => import('./core.problems.ts').then((module) => module.coreProblems),
)
