import { defineMessages } from '../core/message-types.ts'
import { deviceCheckEn } from './device-check.en.ts'

export const deviceCheckMessages = defineMessages('device-check', deviceCheckEn, {
  es: () => import('./device-check.es.ts').then((module) => module.deviceCheckEs),
  ar: () => import('./device-check.ar.ts').then((module) => module.deviceCheckAr),
})
