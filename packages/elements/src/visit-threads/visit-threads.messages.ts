import { defineMessages } from '../core/message-types.ts'
import { visitThreadsEn } from './visit-threads.en.ts'

export const visitThreadsMessages = defineMessages('visit-threads', visitThreadsEn, {
  es: () => import('./visit-threads.es.ts').then((module) => module.visitThreadsEs),
  ar: () => import('./visit-threads.ar.ts').then((module) => module.visitThreadsAr),
})
