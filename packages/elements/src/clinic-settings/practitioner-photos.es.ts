import type { Translation } from '../core/message-types.ts'
import type { practitionerPhotosEn } from './practitioner-photos.en.ts'

export const practitionerPhotosEs: Translation<typeof practitionerPhotosEn> = {
  loading: 'Cargando los profesionales',
  hint: 'Los pacientes ven la foto donde eligen a un profesional y junto a sus consultas. Una imagen JPEG, PNG o WebP de 10 MB como máximo; se recorta en un cuadrado.',
  none: 'La clínica aún no tiene profesionales.',
  choose: 'Elegir una foto',
  chooseOf: 'Elegir una foto de {name}',
  replace: 'Elegir otra foto',
  replaceOf: 'Elegir otra foto de {name}',
  remove: 'Quitar la foto',
  removeOf: 'Quitar la foto de {name}',
  more: 'Mostrar más profesionales',
  sending: 'Guardando la foto',
  saved: 'La foto de {name} está guardada.',
  removed: 'Se quitó la foto de {name}.',
  tooLarge: 'Esta imagen supera 10 MB. Elija una más pequeña.',
  otherType: 'No es una imagen JPEG, PNG o WebP. Elija otra.',
  problem_unsupported_attachment_type: [
    'Este archivo no es una imagen que se pueda usar',
    'No se cambió nada.',
    'Elija una imagen JPEG, PNG o WebP.',
  ],
  problem_attachment_unreadable: [
    'Esta imagen está dañada',
    'No se cambió nada.',
    'Guarde la imagen de nuevo o elija otra.',
  ],
  problem_body_too_large: ['Esta imagen es demasiado grande', 'No se cambió nada.', 'Elija una de 10 MB como máximo.'],
  problem_version_conflict: [
    'Un colega cambió a este profesional',
    'No se cambió nada.',
    'La lista está al día: elija la foto de nuevo.',
  ],
}
