import { defineMessages } from '../core/message-types.ts'
import { resourceChoiceEn } from './resource-choice.en.ts'

export const resourceChoiceMessages = defineMessages('resource-choice', resourceChoiceEn, {
  es: () => import('./resource-choice.es.ts').then((module) => module.resourceChoiceEs),
  ar: () => import('./resource-choice.ar.ts').then((module) => module.resourceChoiceAr),
})
