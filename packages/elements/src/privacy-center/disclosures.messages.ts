import { defineMessages } from '../core/message-types.ts'
import { disclosuresEn } from './disclosures.en.ts'

export const disclosuresMessages = defineMessages('privacy-disclosures', disclosuresEn, {
  es: () => import('./disclosures.es.ts').then((module) => module.disclosuresEs),
  ar: () => import('./disclosures.ar.ts').then((module) => module.disclosuresAr),
})
