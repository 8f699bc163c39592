import type { Translation } from '../core/message-types.ts'
import type { interpreterEn } from './interpreter.en.ts'

export const interpreterEs: Translation<typeof interpreterEn> = {
  own: 'Usted necesita un intérprete ({language}) y no hay ninguno para esta consulta. ¿Cómo hablará?',
  their: 'Este paciente necesita un intérprete ({language}) y no hay ninguno. ¿Por qué?',
  'own_brings-someone': 'Traigo a alguien que interpreta',
  'own_clinician-speaks': 'El profesional habla mi idioma',
  own_declined: 'No quiero intérprete',
  'own_arranged-otherwise': 'La clínica lo organiza de otra forma',
  'their_brings-someone': 'El paciente trae a alguien que interpreta',
  'their_clinician-speaks': 'El profesional habla el idioma',
  their_declined: 'El paciente no lo quiere',
  'their_arranged-otherwise': 'Se organiza de otra forma',
  known: 'Sin intérprete ({language}): {why}.',
  choose: 'Elija una opción',
  save: 'Guardar',
  saving: 'Guardando',
  saved: 'Guardado',
  problem_not_changeable: [
    'Esta consulta ya no se puede cambiar',
    'No se cambió nada.',
    'Llame a la clínica si algo no está bien.',
  ],
  problem_interpreter_not_missing: ['Esta consulta tiene intérprete', 'No se cambió nada.', 'No hay nada que elegir.'],
}
