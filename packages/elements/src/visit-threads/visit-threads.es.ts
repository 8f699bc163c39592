import type { Translation } from '../core/message-types.ts'
import type { visitThreadsEn } from './visit-threads.en.ts'

export const visitThreadsEs: Translation<typeof visitThreadsEn> = {
  heading: 'Mensajes de las consultas',
  loading: 'Cargando los mensajes',
  none: 'Todavía nada. Aquí aparece lo que se escribe en la llamada de una consulta.',
  visitOn: 'Consulta del {date}',
  unread: { one: '{count} nuevo', other: '{count} nuevos' },
  read: 'Leer',
  readOf: 'Leer: {name}',
  close: 'Cerrar',
  closeOf: 'Cerrar: {name}',
  older: 'Mostrar mensajes anteriores',
  you: 'Usted',
}
