import type { Translation } from './message-types.ts'
import type { consentUsesEn } from './consent-uses.en.ts'

export const consentUsesEs: Translation<typeof consentUsesEn> = {
  show: 'Para qué se usó',
  showOf: 'Para qué se usó: {title}',
  loading: 'Cargando para qué se usó',
  none: 'No se ha usado para ninguna visita.',
  intro: 'Se usó para estas visitas:',
  stays: 'Si lo retira, estas visitas pasadas no cambian:',
  visit: '{type} con {name}',
  'step_check-in': 'Registro de llegada: {date}',
  step_admission: 'Comienzo con el profesional: {date}',
  step_seat: 'En la sala de video: {date}',
  more: 'Mostrar más visitas',
}
