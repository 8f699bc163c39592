import { defineMessages } from '../core/message-types.ts'
import { duringCallEn } from './during-call.en.ts'

export const duringCallMessages = defineMessages('video-room', duringCallEn, {
  es: () => import('./during-call.es.ts').then((module) => module.duringCallEs),
  ar: () => import('./during-call.ar.ts').then((module) => module.duringCallAr),
})
