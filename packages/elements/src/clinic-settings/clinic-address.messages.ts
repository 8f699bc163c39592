import { defineMessages } from '../core/message-types.ts'
import { clinicAddressEn } from './clinic-address.en.ts'

export const clinicAddressMessages = defineMessages('clinic-address', clinicAddressEn, {
  es: () => import('./clinic-address.es.ts').then((module) => module.clinicAddressEs),
  ar: () => import('./clinic-address.ar.ts').then((module) => module.clinicAddressAr),
})
