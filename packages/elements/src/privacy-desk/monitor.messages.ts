import { defineMessages } from '../core/message-types.ts'
import { monitorEn } from './monitor.en.ts'

export const monitorMessages = defineMessages('privacy-monitor', monitorEn, {
  es: () => import('./monitor.es.ts').then((module) => module.monitorEs),
  ar: () => import('./monitor.ar.ts').then((module) => module.monitorAr),
})
