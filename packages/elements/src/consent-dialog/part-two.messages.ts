import { defineMessages } from '../core/message-types.ts'
import { partTwoEn } from './part-two.en.ts'

export const partTwoMessages = defineMessages('consent-part-two', partTwoEn, {
  es: () => import('./part-two.es.ts').then((module) => module.partTwoEs),
  ar: () => import('./part-two.ar.ts').then((module) => module.partTwoAr),
})
