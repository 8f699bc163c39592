import { defineMessages } from './message-types.ts'
import { diagnosisSearchEn } from './diagnosis-search.en.ts'

export const diagnosisSearchMessages = defineMessages('diagnosis-search', diagnosisSearchEn, {
  es: () => import('./diagnosis-search.es.ts').then((module) => module.diagnosisSearchEs),
  ar: () => import('./diagnosis-search.ar.ts').then((module) => module.diagnosisSearchAr),
})
