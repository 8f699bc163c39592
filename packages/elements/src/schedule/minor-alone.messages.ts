import { defineMessages } from '../core/message-types.ts'
import { minorAloneEn } from './minor-alone.en.ts'

export const minorAloneMessages = defineMessages('minor-alone', minorAloneEn, {
  es: () => import('./minor-alone.es.ts').then((module) => module.minorAloneEs),
  ar: () => import('./minor-alone.ar.ts').then((module) => module.minorAloneAr),
})
