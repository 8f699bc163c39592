import { defineMessages } from '../core/message-types.ts'
import { bookingEndEn } from './booking-end.en.ts'

/** Texts of the last steps, which a page overrides as those of the others. */
export const bookingEndMessages = defineMessages('booking', bookingEndEn, {
  es: () => import('./booking-end.es.ts').then((module) => module.bookingEndEs),
  ar: () => import('./booking-end.ar.ts').then((module) => module.bookingEndAr),
})
