import { defineMessages } from '../../core/message-types.ts'
import { networkCheckEn } from './network-check.en.ts'

export const networkCheckMessages = defineMessages('network-check', networkCheckEn, {
  es: () => import('./network-check.es.ts').then((module) => module.networkCheckEs),
  ar: () => import('./network-check.ar.ts').then((module) => module.networkCheckAr),
})
