import { defineMessages } from '../../core/message-types.ts'
import { toolsEn } from './tools.en.ts'

export const toolsMessages = defineMessages('schedule-tools', toolsEn, {
  es: () => import('./tools.es.ts').then((module) => module.toolsEs),
  ar: () => import('./tools.ar.ts').then((module) => module.toolsAr),
})
