import type { Translation } from '../core/message-types.ts'
import type { captionsEn } from './captions.en.ts'

export const captionsEs: Translation<typeof captionsEn> = {
  captions: 'Subtítulos',
  lines: 'Lo que se dijo',
  you: 'Usted',
  began: '{name} escribe lo que se dice. Pulse C para ocultarlo o mostrarlo.',
  empty: '{name} escribe lo que se dice. Usted lo lee aquí.',
  shown: 'Los subtítulos están activados',
  hidden: 'Los subtítulos están desactivados',
  none: 'Ahora nadie escribe subtítulos.',
  machineOn: 'Una máquina hace subtítulos de esta llamada.',
  machineHears: 'Lo que escribe puede tener errores. El servicio de video escucha la llamada para hacerlos.',
  machineBegan:
    'Una máquina hace ahora subtítulos de esta llamada. El servicio de video escucha la llamada para hacerlos.',
  machineEnded: 'Los subtítulos automáticos terminaron.',
  machineStart: 'Iniciar subtítulos automáticos',
  machineStop: 'Detener subtítulos automáticos',
  large: 'Texto grande',
  read: 'Con lector de pantalla',
  writeHeading: 'Escriba lo que se dice',
  writeHint: 'Todos en la sala lo leen mientras usted escribe. La tecla Intro termina la línea.',
  notKept: 'No lo guardamos.',
  alone: 'No hay nadie conectado que pueda leerlo.',
  speaker: '¿Quién habla?',
  noName: 'Sin nombre',
  text: 'Lo que se dice',
  endLine: 'Terminar la línea',
}
