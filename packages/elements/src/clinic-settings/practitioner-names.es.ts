import type { Translation } from '../core/message-types.ts'
import type { practitionerNamesEn } from './practitioner-names.en.ts'

export const practitionerNamesEs: Translation<typeof practitionerNamesEn> = {
  loading: 'Cargando los profesionales',
  none: 'La clínica todavía no tiene profesionales.',
  names: 'Nombres',
  namesOf: 'Nombres de {name}',
  more: 'Mostrar más profesionales',
  back: 'Todos los profesionales',
  officialHint: 'Como está en la licencia, sin título.',
  noOfficial: 'Todavía no hay un nombre por partes, así que se toman de “{name}”. Escríbalo como está en la licencia.',
  problem_version_conflict: [
    'Un colega cambió a este profesional',
    'Se conserva lo que escribió.',
    'Revise los nombres y guarde de nuevo.',
  ],
  problem_appointments_affected: [
    'Este cambio afectaría a consultas reservadas',
    'Se conserva lo que escribió.',
    'Cambie aquí solo el nombre, y los horarios o las licencias en su lugar.',
  ],
}
