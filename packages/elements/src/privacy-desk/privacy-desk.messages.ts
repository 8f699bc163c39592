import { defineMessages } from '../core/message-types.ts'
import { privacyDeskEn } from './privacy-desk.en.ts'

export const privacyDeskMessages = defineMessages('privacy-desk', privacyDeskEn, {
  es: () => import('./privacy-desk.es.ts').then((module) => module.privacyDeskEs),
  ar: () => import('./privacy-desk.ar.ts').then((module) => module.privacyDeskAr),
})
