import { defineMessages } from '../core/message-types.ts'
import { heldLinesEn } from './held-lines.en.ts'

export const heldLinesMessages = defineMessages('held-lines', heldLinesEn, {
  es: () => import('./held-lines.es.ts').then((module) => module.heldLinesEs),
  ar: () => import('./held-lines.ar.ts').then((module) => module.heldLinesAr),
})
