import { defineMessages } from '../core/message-types.ts'
import { interpreterEn } from './interpreter.en.ts'

export const interpreterMessages = defineMessages('interpreter', interpreterEn, {
  es: () => import('./interpreter.es.ts').then((module) => module.interpreterEs),
  ar: () => import('./interpreter.ar.ts').then((module) => module.interpreterAr),
})
