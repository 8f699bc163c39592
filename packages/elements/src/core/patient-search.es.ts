import type { Translation } from './message-types.ts'
import type { patientSearchEn } from './patient-search.en.ts'

export const patientSearchEs: Translation<typeof patientSearchEn> = {
  hint: 'Nombre o sus tres primeras letras, fecha de nacimiento como {example}, número de expediente o teléfono.',
  replaced: 'Reemplazado por otro registro',
  'fault_short-year': 'Fecha de nacimiento: escriba el año con cuatro cifras, como {example}.',
  'fault_no-such-day': 'Fecha de nacimiento: {typed} no existe. Escriba el día como en {example}.',
}
