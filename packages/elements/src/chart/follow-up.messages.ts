import { defineMessages } from '../core/message-types.ts'
import { followUpEn } from './follow-up.en.ts'

export const followUpMessages = defineMessages('chart-follow-up', followUpEn, {
  es: () => import('./follow-up.es.ts').then((module) => module.followUpEs),
  ar: () => import('./follow-up.ar.ts').then((module) => module.followUpAr),
})
