import { defineMessages } from './message-types.ts'
import { reachEn } from './reach.en.ts'

export const reachMessages = defineMessages('reach', reachEn, {
  es: () => import('./reach.es.ts').then((module) => module.reachEs),
  ar: () => import('./reach.ar.ts').then((module) => module.reachAr),
})
