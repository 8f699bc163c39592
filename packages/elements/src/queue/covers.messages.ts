import { defineMessages } from '../core/message-types.ts'
import { coversEn } from './covers.en.ts'

export const coversMessages = defineMessages('covers', coversEn, {
  es: () => import('./covers.es.ts').then((module) => module.coversEs),
  ar: () => import('./covers.ar.ts').then((module) => module.coversAr),
})
