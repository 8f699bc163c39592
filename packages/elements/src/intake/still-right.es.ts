import type { Translation } from '../core/message-types.ts'
import type { stillRightEn } from './still-right.en.ts'

export const stillRightEs: Translation<typeof stillRightEn> = {
  heading: '¿Sigue siendo correcto?',
  text: 'Esto es lo que dice el expediente.',
  hidden: 'No puede ver lo que dice el expediente. Responda lo mejor que pueda.',
  medicines: 'Medicamentos',
  noMedicines: 'Ninguno de esta clínica.',
  reported: 'Medicamentos de otro lugar',
  noReported: 'No se ha indicado ninguno.',
  allergies: 'Alergias',
  noAllergies: 'Ninguna alergia conocida.',
  notAsked: 'Nadie ha preguntado todavía.',
  address: 'Dirección',
  noAddress: 'Todavía no está anotada.',
  yes: 'Sí, todo es correcto',
  no: 'No, algo ha cambiado',
  sending: 'Enviando',
}
