import { defineMessages } from '../core/message-types.ts'
import { casesEn } from './cases.en.ts'

export const casesMessages = defineMessages('privacy-cases', casesEn, {
  es: () => import('./cases.es.ts').then((module) => module.casesEs),
  ar: () => import('./cases.ar.ts').then((module) => module.casesAr),
})
