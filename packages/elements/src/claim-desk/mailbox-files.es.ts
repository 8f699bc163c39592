import type { Translation } from '../core/message-types.ts'
import type { mailboxFilesEn } from './mailbox-files.en.ts'

export const mailboxFilesEs: Translation<typeof mailboxFilesEn> = {
  heading: 'Archivos sin registrar',
  hint: 'Respuestas de la cámara de compensación que no se pudieron leer o registrar. Ningún dinero de ellas está registrado todavía.',
  columnFile: 'Archivo',
  columnPosted: 'Enviado',
  columnFault: 'Qué está mal',
  unreadable: 'No se puede leer',
  failing: 'Falla aquí',
  waiting: 'A punto de leerse',
  read: 'Leído',
  elsewhere: 'Resuelto en otro lugar',
  more: 'Mostrar más archivos',

  fileHeading: 'Archivo {name}',
  filePosted: 'De la cámara de compensación, {time}',
  fault: 'Error: {code}',
  faultIn: 'Error: {code} en el segmento {segment}',
  attempts: { one: 'Intentado {count} vez', many: 'Intentado {count} de veces', other: 'Intentado {count} veces' },
  why_unreadable:
    'El archivo no es lo que dice ser, así que no se registró nada de él. Pida a la cámara uno corregido: lo conoce por su nombre.',
  why_failing:
    'El archivo está en orden y el servidor tropieza con él. Lo intenta de nuevo cada pocos segundos. Si se queda aquí, avise a quienes administran el servidor.',

  text: 'El archivo tal como llegó',
  textHint: 'Puede nombrar a varios pacientes. Queda registrado que usted lo leyó.',
  textGone: 'El archivo se leyó. Lo que decía está con sus reclamos.',
  show: 'Mostrar el archivo',
  showing: 'Abriendo el archivo',
  save: 'Guardar el archivo',
  fileName: 'archivo-de-la-camara.txt',

  again: 'Leerlo de nuevo',
  againHint: 'Después de actualizar o reparar el servidor.',
  againDone: 'El archivo se leerá de nuevo en un momento.',
  aside: 'Resuelto en otro lugar',
  asideHint: 'No registra nada aquí. El archivo no se lee más y su texto se borra después de unos días.',
  asideDone: 'El archivo se marcó como resuelto en otro lugar.',

  problem_file_worked: [
    'Este archivo se leyó o se resolvió entretanto',
    'Usted no cambió nada.',
    'Vuelva a la lista para ver lo que aún espera.',
  ],
}
