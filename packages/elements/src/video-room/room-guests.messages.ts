import { defineMessages } from '../core/message-types.ts'
import { roomGuestsEn } from './room-guests.en.ts'

export const roomGuestsMessages = defineMessages('room-guests', roomGuestsEn, {
  es: () => import('./room-guests.es.ts').then((module) => module.roomGuestsEs),
  ar: () => import('./room-guests.ar.ts').then((module) => module.roomGuestsAr),
})
