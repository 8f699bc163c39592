import { defineMessages } from '../core/message-types.ts'
import { accessChartEn } from './access-chart.en.ts'

export const accessChartMessages = defineMessages('access-chart', accessChartEn, {
  es: () => import('./access-chart.es.ts').then((module) => module.accessChartEs),
  ar: () => import('./access-chart.ar.ts').then((module) => module.accessChartAr),
})
