import { defineMessages } from './message-types.ts'
import { coverStepEn } from './cover-step.en.ts'

export const coverStepMessages = defineMessages('cover', coverStepEn, {
  es: () => import('./cover-step.es.ts').then((module) => module.coverStepEs),
  ar: () => import('./cover-step.ar.ts').then((module) => module.coverStepAr),
})
