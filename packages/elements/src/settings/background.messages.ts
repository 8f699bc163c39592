import { defineMessages } from '../core/message-types.ts'
import { backgroundEn } from './background.en.ts'

export const backgroundMessages = defineMessages('background', backgroundEn, {
  es: () => import('./background.es.ts').then((module) => module.backgroundEs),
  ar: () => import('./background.ar.ts').then((module) => module.backgroundAr),
})
