import { defineMessages } from '../core/message-types.ts'
import { providerEn } from './provider.en.ts'

export const providerMessages = defineMessages('provider', providerEn, {
  es: () => import('./provider.es.ts').then((module) => module.providerEs),
  ar: () => import('./provider.ar.ts').then((module) => module.providerAr),
})
