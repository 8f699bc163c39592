import { defineMessages } from '../core/message-types.ts'
import { waitlistEn } from './waitlist.en.ts'

/** Texts of the waiting list, which booking and appointments share. */
export const waitlistMessages = defineMessages(
  'waitlist',
  waitlistEn,
  {
    es: () => import('./waitlist.es.ts').then((module) => module.waitlistEs),
    ar: () => import('./waitlist.ar.ts').then((module) => module.waitlistAr),
  },
  () => import('./waitlist.problems.ts').then((module) => module.waitlistProblems),
)
