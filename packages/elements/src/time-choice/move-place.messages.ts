import { defineMessages } from '../core/message-types.ts'
import { movePlaceEn } from './move-place.en.ts'

export const movePlaceMessages = defineMessages('move-place', movePlaceEn, {
  es: () => import('./move-place.es.ts').then((module) => module.movePlaceEs),
  ar: () => import('./move-place.ar.ts').then((module) => module.movePlaceAr),
})
