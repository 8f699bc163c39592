import type { Translation } from '../core/message-types.ts'
import type { visitThreadsEn } from './visit-threads.en.ts'

export const visitThreadsEs: Translation<typeof visitThreadsEn> = {
  heading: 'Mensajes de las consultas',
  loading: 'Cargando los mensajes de las consultas',
  none: 'No se escribió nada en una consulta.',
  visitOn: 'Consulta del {date}',
  unread: { one: '{count} nuevo', other: '{count} nuevos' },
  read: 'Leer',
  readOf: 'Leer: {name}',
  close: 'Cerrar',
  closeOf: 'Cerrar: {name}',
  reading: 'Cargando los mensajes',
  older: 'Mostrar mensajes anteriores',
  you: 'Usted',
}
