import type { Translation } from '../core/message-types.ts'
import type { noteRequestsEn } from './note-requests.en.ts'

export const noteRequestsEs: Translation<typeof noteRequestsEn> = {
  asked: 'El paciente pidió una corrección el {date}',
  waits: 'La oficina de privacidad todavía no respondió.',
  state_accepted: 'Aceptada el {date} por {name}',
  state_denied: 'Negada el {date} por {name}',
  state_waiting: 'Sin respuesta todavía',
  clinic: 'la clínica',
  disagrees: 'El paciente no estuvo de acuerdo el {date}',
}
