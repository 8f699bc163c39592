import { defineMessages } from '../core/message-types.ts'
import { documentsEn } from './documents.en.ts'

export const documentsMessages = defineMessages('documents', documentsEn, {
  es: () => import('./documents.es.ts').then((module) => module.documentsEs),
  ar: () => import('./documents.ar.ts').then((module) => module.documentsAr),
})
