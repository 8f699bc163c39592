import { defineMessages } from '../core/message-types.ts'
import { contactEn } from './contact.en.ts'

export const contactMessages = defineMessages('contact', contactEn, {
  es: () => import('./contact.es.ts').then((module) => module.contactEs),
  ar: () => import('./contact.ar.ts').then((module) => module.contactAr),
})
