import { defineMessages } from '../core/message-types.ts'
import { bookingEn } from './booking.en.ts'

export const bookingMessages = defineMessages(
  'booking',
  bookingEn,
  {
    es: () => import('./booking.es.ts').then((module) => module.bookingEs),
    ar: () => import('./booking.ar.ts').then((module) => module.bookingAr),
  },
  () => import('./booking.problems.ts').then((module) => module.bookingProblems),
)
