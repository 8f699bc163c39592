import { defineMessages } from '../core/message-types.ts'
import { stillRightEn } from './still-right.en.ts'

export const stillRightMessages = defineMessages('still-right', stillRightEn, {
  es: () => import('./still-right.es.ts').then((module) => module.stillRightEs),
  ar: () => import('./still-right.ar.ts').then((module) => module.stillRightAr),
})
