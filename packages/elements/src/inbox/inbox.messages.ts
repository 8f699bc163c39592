import { defineMessages } from '../core/message-types.ts'
import { inboxEn } from './inbox.en.ts'

export const inboxMessages = defineMessages('inbox', inboxEn, {
  es: () => import('./inbox.es.ts').then((module) => module.inboxEs),
  ar: () => import('./inbox.ar.ts').then((module) => module.inboxAr),
})
