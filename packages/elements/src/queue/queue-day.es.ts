import type { Translation } from '../core/message-types.ts'
import type { queueDayEn } from './queue-day.en.ts'

export const queueDayEs: Translation<typeof queueDayEn> = {
  open: 'Esperas de hoy, por hora',
  loading: 'Cargando las esperas de hoy',
  none: 'Nadie se ha registrado hoy.',
  patients: 'Pacientes que se registraron',
  minutes: 'Minutos de espera',
  minutesHint: 'Barra: la mitad de los pacientes esperó como máximo ese tiempo. Línea: la espera más larga.',
  patientsLabel: {
    one: '{count} paciente se registró hoy, por hora.',
    other: '{count} pacientes se registraron hoy, por hora.',
  },
  minutesLabel: 'Minutos de espera por hora. La espera más larga fue de {longest}.',
  table: 'Los números',
  hour: 'Hora',
  median: 'La mitad esperó como máximo',
  longest: 'La más larga',
  waiting: 'Siguen esperando',
}
