import type { Translation } from '../../core/message-types.ts'
import type { toolsEn } from './tools.en.ts'

export const toolsEs: Translation<typeof toolsEn> = {
  clinic: 'Clínica',
  waitingNow: 'Esperan ahora: {count}',
  arrived: { one: '{count} paciente espera ahora.', other: '{count} pacientes esperan ahora.' },
  waitlist: 'Lista de espera',
  needsTime: 'Necesitan otro horario',
  downtime: 'Si el sistema falla',
  closures: 'Cierres',
  resources: 'Salas e intérpretes',
  also: 'con {names}',
  seats: '{count} de {capacity} lugares ocupados',
  series: '{place} de {count} en una serie',
  inState: 'paciente en {state}',
}
