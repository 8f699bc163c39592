import { defineMessages } from '../core/message-types.ts'
import { scheduleEn } from './schedule.en.ts'

export const scheduleMessages = defineMessages('schedule', scheduleEn, {
  es: () => import('./schedule.es.ts').then((module) => module.scheduleEs),
  ar: () => import('./schedule.ar.ts').then((module) => module.scheduleAr),
})
