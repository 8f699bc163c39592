import { defineMessages } from '../core/message-types.ts'
import { namesEn } from './names.en.ts'

export const namesMessages = defineMessages('names', namesEn, {
  es: () => import('./names.es.ts').then((module) => module.namesEs),
  ar: () => import('./names.ar.ts').then((module) => module.namesAr),
})
