import { defineMessages } from '../core/message-types.ts'
import { onDemandEn } from './on-demand.en.ts'

/** Texts of a visit without an appointment. */
export const onDemandMessages = defineMessages(
  'on-demand',
  onDemandEn,
  {
    es: () => import('./on-demand.es.ts').then((module) => module.onDemandEs),
    ar: () => import('./on-demand.ar.ts').then((module) => module.onDemandAr),
  },
  () => import('./on-demand.problems.ts').then((module) => module.onDemandProblems),
)
