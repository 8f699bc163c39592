import { defineMessages } from '../core/message-types.ts'
import { queueDayEn } from './queue-day.en.ts'

export const queueDayMessages = defineMessages('queue-day', queueDayEn, {
  es: () => import('./queue-day.es.ts').then((module) => module.queueDayEs),
  ar: () => import('./queue-day.ar.ts').then((module) => module.queueDayAr),
})
