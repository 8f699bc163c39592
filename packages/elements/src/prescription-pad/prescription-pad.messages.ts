import { defineMessages } from '../core/message-types.ts'
import { prescriptionPadEn } from './prescription-pad.en.ts'

export const prescriptionPadMessages = defineMessages(
  'prescription-pad',
  prescriptionPadEn,
  {
    es: () => import('./prescription-pad.es.ts').then((module) => module.prescriptionPadEs),
    ar: () => import('./prescription-pad.ar.ts').then((module) => module.prescriptionPadAr),
  },
  () => import('./prescription-pad.problems.ts').then((module) => module.prescriptionPadProblems),
)
