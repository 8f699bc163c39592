import type { Translation } from '../core/message-types.ts'
import type { bookingEn } from './booking.en.ts'
import type { bookingProblems } from './booking.problems.ts'

export const bookingEs: Translation<typeof bookingEn & typeof bookingProblems> = {
  loading: 'Cargando las consultas que puede reservar',
  step: 'Paso {number} de {total}',
  back: 'Atrás',
  specialtyHeading: '¿Con qué necesita ayuda?',
  visitHeading: '¿Qué tipo de consulta?',
  visitTypes: { one: '{count} tipo de consulta', other: '{count} tipos de consulta' },
  whoHeading: '¿A quién le gustaría ver?',
  anyoneHint: 'Así verá más horarios.',
  nextFree: 'Primer horario libre: {time}',
  noneSoon: 'Sin horarios libres pronto',
  speaks: 'Idioma hablado',
  speaksAny: 'Cualquier idioma',
  timeHeading: 'Elija un horario',
  timesHeading: 'Horarios libres',
  confirmWhat: 'Consulta',
  confirmWho: 'Con',
  confirmWhen: 'Cuándo',
  confirmFor: 'Para',
  change: 'Cambiar',
  changeFor: 'Cambiar para quién es',
  changeWhat: 'Cambiar la consulta',
  changeWho: 'Cambiar a quién verá',
  changeWhen: 'Cambiar el horario',
  callHeading: 'Llame a la clínica para reservar esta consulta',
  callText: 'Estos horarios están libres ahora. La clínica puede reservarle uno por teléfono.',
  callPhone: 'Llame al {phone}.',
  emptyHeading: 'Todavía no hay nada para reservar en línea',
  emptyText: 'La clínica todavía no ofrece reservas en línea. Por favor, llame a la clínica.',
}
