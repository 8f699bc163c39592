import type { Translation } from '../core/message-types.ts'
import type { vitalCorrectionsEn } from './vital-corrections.en.ts'

export const vitalCorrectionsEs: Translation<typeof vitalCorrectionsEn> = {
  correct: 'Corregir',
  correctOf: 'Corregir: {name}',
  right: 'Valor correcto en {unit}',
  hint: 'La nota firmada no cambia. El valor anterior sigue aquí con su nombre.',
  save: 'Guardar corrección',
  error: 'Registrado por error',
  cancel: 'Cancelar',
  fault: 'Escriba un número de {from} a {to}.',
  saved: '{name}: valor corregido.',
  was: 'Era {value}. {name}, {time}',
  measuredAt: 'medido: {time}',
  vital_preliminary: 'Todavía sin la segunda firma',
  vital_final: 'Como se firmó',
  vital_corrected: 'Corregido',
  'vital_entered-in-error': 'Registrado por error',
  problem_note_not_signed: [
    'Esta nota todavía no está firmada',
    'Se conserva lo que escribió.',
    'Cambie el valor en la propia nota.',
  ],
  problem_version_conflict: [
    'Un colega también lo corrigió',
    'Se conserva lo que escribió.',
    'Revise el valor y guarde de nuevo.',
  ],
}
