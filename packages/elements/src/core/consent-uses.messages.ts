import { consentUsesEn } from './consent-uses.en.ts'
import { defineMessages } from './message-types.ts'

export const consentUsesMessages = defineMessages('consent-uses', consentUsesEn, {
  es: () => import('./consent-uses.es.ts').then((module) => module.consentUsesEs),
  ar: () => import('./consent-uses.ar.ts').then((module) => module.consentUsesAr),
})
