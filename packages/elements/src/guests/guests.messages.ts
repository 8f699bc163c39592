import { defineMessages } from '../core/message-types.ts'
import { guestsEn } from './guests.en.ts'

export const guestsMessages = defineMessages('guests', guestsEn, {
  es: () => import('./guests.es.ts').then((module) => module.guestsEs),
  ar: () => import('./guests.ar.ts').then((module) => module.guestsAr),
})
