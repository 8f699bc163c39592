import { defineMessages } from '../core/message-types.ts'
import { captionsEn } from './captions.en.ts'

export const captionsMessages = defineMessages('captions', captionsEn, {
  es: () => import('./captions.es.ts').then((module) => module.captionsEs),
  ar: () => import('./captions.ar.ts').then((module) => module.captionsAr),
})
