import type { Translation } from '../core/message-types.ts'
import type { roomChatEn } from './room-chat.en.ts'

export const roomChatEs: Translation<typeof roomChatEn> = {
  open: 'Mensajes',
  openUnread: { one: 'Mensajes, {count} nuevo', other: 'Mensajes, {count} nuevos' },
  unread: { one: '{count} mensaje nuevo', other: '{count} mensajes nuevos' },
  close: 'Cerrar los mensajes',
  loading: 'Cargando los mensajes',
  kept: 'Escriba aquí si falla el sonido o la imagen. Puede leer todo después de la consulta, en su expediente.',
  keptStaff:
    'Escriba aquí si falla el sonido o la imagen. El paciente puede leer todo después de la consulta, y usted también, en el expediente.',
  text: 'Su mensaje',
  textMissing: 'Escriba primero su mensaje.',
  enterHint: 'Con Intro se envía. Con Mayús e Intro empieza otra línea.',
  restored: 'Escribió esto antes y no lo envió.',
  restoredFiles: 'Usted escribió esto antes y no lo envió. Añada sus archivos otra vez.',
  send: 'Enviar',
  sending: 'Enviando',
  sent: 'Su mensaje se envió',
  you: 'Usted',
  older: 'Mostrar mensajes anteriores',
  arrived: '{name} escribió: {text}',
  problem_unknown_attachment: [
    'Un archivo de su mensaje ya no está',
    'Su mensaje sigue aquí.',
    'Agregue el archivo otra vez y envíe.',
  ],
}
