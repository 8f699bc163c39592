import { defineMessages } from '../core/message-types.ts'
import { pharmacyMessagesEn } from './pharmacy-messages.en.ts'

export const pharmacyMessagesMessages = defineMessages('pharmacy-messages', pharmacyMessagesEn, {
  es: () => import('./pharmacy-messages.es.ts').then((module) => module.pharmacyMessagesEs),
  ar: () => import('./pharmacy-messages.ar.ts').then((module) => module.pharmacyMessagesAr),
})
