import { defineMessages } from '../core/message-types.ts'
import { alertsEn } from './alerts.en.ts'

export const alertsMessages = defineMessages('alerts', alertsEn, {
  es: () => import('./alerts.es.ts').then((module) => module.alertsEs),
  ar: () => import('./alerts.ar.ts').then((module) => module.alertsAr),
})
