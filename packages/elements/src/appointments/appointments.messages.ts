import { defineMessages } from '../core/message-types.ts'
import { appointmentsEn } from './appointments.en.ts'

export const appointmentsMessages = defineMessages(
  'appointments',
  appointmentsEn,
  {
    es: () => import('./appointments.es.ts').then((module) => module.appointmentsEs),
    ar: () => import('./appointments.ar.ts').then((module) => module.appointmentsAr),
  },
  () => import('./appointments.problems.ts').then((module) => module.appointmentsProblems),
)
