import { defineMessages } from '../core/message-types.ts'
import { roomRecordingEn } from './room-recording.en.ts'

export const roomRecordingMessages = defineMessages('room-recording', roomRecordingEn, {
  es: () => import('./room-recording.es.ts').then((module) => module.roomRecordingEs),
  ar: () => import('./room-recording.ar.ts').then((module) => module.roomRecordingAr),
})
