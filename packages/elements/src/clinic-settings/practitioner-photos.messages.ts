import { defineMessages } from '../core/message-types.ts'
import { practitionerPhotosEn } from './practitioner-photos.en.ts'

export const practitionerPhotosMessages = defineMessages('practitioner-photos', practitionerPhotosEn, {
  es: () => import('./practitioner-photos.es.ts').then((module) => module.practitionerPhotosEs),
  ar: () => import('./practitioner-photos.ar.ts').then((module) => module.practitionerPhotosAr),
})
