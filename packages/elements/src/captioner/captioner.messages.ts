import { defineMessages } from '../core/message-types.ts'
import { captionerEn } from './captioner.en.ts'

export const captionerMessages = defineMessages('captioner', captionerEn, {
  es: () => import('./captioner.es.ts').then((module) => module.captionerEs),
  ar: () => import('./captioner.ar.ts').then((module) => module.captionerAr),
})
