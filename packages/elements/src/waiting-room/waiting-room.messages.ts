import { defineMessages } from '../core/message-types.ts'
import { waitingRoomEn } from './waiting-room.en.ts'

export const waitingRoomMessages = defineMessages(
  'waiting-room',
  waitingRoomEn,
  {
    es: () => import('./waiting-room.es.ts').then((module) => module.waitingRoomEs),
    ar: () => import('./waiting-room.ar.ts').then((module) => module.waitingRoomAr),
  },
  () => import('./waiting-room.problems.ts').then((module) => module.waitingRoomProblems),
)
