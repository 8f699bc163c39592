import { defineMessages } from '../core/message-types.ts'
import { roomChatEn } from './room-chat.en.ts'

export const roomChatMessages = defineMessages('room-chat', roomChatEn, {
  es: () => import('./room-chat.es.ts').then((module) => module.roomChatEs),
  ar: () => import('./room-chat.ar.ts').then((module) => module.roomChatAr),
})
