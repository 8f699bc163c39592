import { defineMessages } from '../core/message-types.ts'
import { needsEn } from './needs.en.ts'

export const needsMessages = defineMessages('needs', needsEn, {
  es: () => import('./needs.es.ts').then((module) => module.needsEs),
  ar: () => import('./needs.ar.ts').then((module) => module.needsAr),
})
