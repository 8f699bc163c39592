import { defineMessages } from '../core/message-types.ts'
import { deskDisclosuresEn } from './desk-disclosures.en.ts'

export const deskDisclosuresMessages = defineMessages('desk-disclosures', deskDisclosuresEn, {
  es: () => import('./desk-disclosures.es.ts').then((module) => module.deskDisclosuresEs),
  ar: () => import('./desk-disclosures.ar.ts').then((module) => module.deskDisclosuresAr),
})
