import { defineMessages } from '../core/message-types.ts'
import { privacyCenterEn } from './privacy-center.en.ts'

export const privacyCenterMessages = defineMessages(
  'privacy-center',
  privacyCenterEn,
  {
    es: () => import('./privacy-center.es.ts').then((module) => module.privacyCenterEs),
    ar: () => import('./privacy-center.ar.ts').then((module) => module.privacyCenterAr),
  },
  () => import('./privacy-center.problems.ts').then((module) => module.privacyCenterProblems),
)
