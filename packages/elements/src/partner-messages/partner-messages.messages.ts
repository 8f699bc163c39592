import { defineMessages } from '../core/message-types.ts'
import { partnerMessagesEn } from './partner-messages.en.ts'

export const partnerMessagesMessages = defineMessages('partner-messages', partnerMessagesEn, {
  es: () => import('./partner-messages.es.ts').then((module) => module.partnerMessagesEs),
  ar: () => import('./partner-messages.ar.ts').then((module) => module.partnerMessagesAr),
})
