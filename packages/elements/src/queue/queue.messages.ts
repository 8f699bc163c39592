import { defineMessages } from '../core/message-types.ts'
import { queueEn } from './queue.en.ts'

export const queueMessages = defineMessages('queue', queueEn, {
  es: () => import('./queue.es.ts').then((module) => module.queueEs),
  ar: () => import('./queue.ar.ts').then((module) => module.queueAr),
})
