import { defineMessages } from '../core/message-types.ts'
import { filesEn } from './files.en.ts'

export const filesMessages = defineMessages('files', filesEn, {
  es: () => import('./files.es.ts').then((module) => module.filesEs),
  ar: () => import('./files.ar.ts').then((module) => module.filesAr),
})
