import { defineMessages } from '../core/message-types.ts'
import { panelsEn } from './panels.en.ts'

/** Loaded with the first panel. A page replaces them as those of the calendar: `schedule.<key>`. */
export const panelsMessages = defineMessages(
  'schedule',
  panelsEn,
  {
    es: () => import('./panels.es.ts').then((module) => module.panelsEs),
    ar: () => import('./panels.ar.ts').then((module) => module.panelsAr),
  },
  () => import('./panels.problems.ts').then((module) => module.panelsProblems),
)
