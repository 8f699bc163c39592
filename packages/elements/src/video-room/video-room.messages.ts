import { defineMessages } from '../core/message-types.ts'
import { videoRoomEn } from './video-room.en.ts'

export const videoRoomMessages = defineMessages(
  'video-room',
  videoRoomEn,
  {
    es: () => import('./video-room.es.ts').then((module) => module.videoRoomEs),
    ar: () => import('./video-room.ar.ts').then((module) => module.videoRoomAr),
  },
  () => import('./video-room.problems.ts').then((module) => module.videoRoomProblems),
)
