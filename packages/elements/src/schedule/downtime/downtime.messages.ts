import { defineMessages } from '../../core/message-types.ts'
import { downtimeEn } from './downtime.en.ts'

export const downtimeMessages = defineMessages('schedule-downtime', downtimeEn, {
  es: () => import('./downtime.es.ts').then((module) => module.downtimeEs),
  ar: () => import('./downtime.ar.ts').then((module) => module.downtimeAr),
})
