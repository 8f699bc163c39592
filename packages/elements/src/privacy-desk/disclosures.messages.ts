import { defineMessages } from '../core/message-types.ts'
import { deskDisclosuresEn } from './disclosures.en.ts'

export const deskDisclosuresMessages = defineMessages('desk-disclosures', deskDisclosuresEn, {
  es: () => import('./disclosures.es.ts').then((module) => module.deskDisclosuresEs),
  ar: () => import('./disclosures.ar.ts').then((module) => module.deskDisclosuresAr),
})
