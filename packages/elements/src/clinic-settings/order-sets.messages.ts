import { defineMessages } from '../core/message-types.ts'
import { orderSetsEn } from './order-sets.en.ts'

export const orderSetsMessages = defineMessages('order-sets', orderSetsEn, {
  es: () => import('./order-sets.es.ts').then((module) => module.orderSetsEs),
  ar: () => import('./order-sets.ar.ts').then((module) => module.orderSetsAr),
})
