import { defineMessages } from '../core/message-types.ts'
import { deskToolsEn } from './desk-tools.en.ts'

export const deskToolsMessages = defineMessages('desk-tools', deskToolsEn, {
  es: () => import('./desk-tools.es.ts').then((module) => module.deskToolsEs),
  ar: () => import('./desk-tools.ar.ts').then((module) => module.deskToolsAr),
})
