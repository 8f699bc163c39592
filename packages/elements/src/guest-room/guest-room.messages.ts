import { defineMessages } from '../core/message-types.ts'
import { guestRoomEn } from './guest-room.en.ts'

export const guestRoomMessages = defineMessages(
  'guest-room',
  guestRoomEn,
  {
    es: () => import('./guest-room.es.ts').then((module) => module.guestRoomEs),
    ar: () => import('./guest-room.ar.ts').then((module) => module.guestRoomAr),
  },
  () => import('./guest-room.problems.ts').then((module) => module.guestRoomProblems),
)
