import type { Translation } from '../core/message-types.ts'
import type { filesEn } from './files.en.ts'

export const filesEs: Translation<typeof filesEn> = {
  attach: 'Añadir una foto o un PDF',
  attachHint: 'Como máximo 5 archivos de 10 MB. Lo que una cámara anota en la foto, como el lugar, se quita.',
  attachFull: 'Cinco archivos son el máximo.',
  filesNotKept: 'Los archivos no se guardan si sale de esta página. Envíelos primero o añádalos otra vez.',
  attaching: 'Añadiendo el archivo',
  fileMissing: 'El archivo todavía se está añadiendo. Envíe cuando aparezca aquí.',
  attached: 'Archivo {number}: {kind}',
  remove: 'Quitar el archivo {number}',
  kind_image: 'Imagen',
  kind_pdf: 'PDF',
  open: 'Mostrar la imagen',
  save: 'Guardar el PDF',
  fileName: 'adjunto',
  problem_unsupported_attachment_type: [
    'Este tipo de archivo no se puede enviar',
    'Su mensaje sigue aquí.',
    'Elija una imagen JPEG, PNG o WebP, o un PDF.',
  ],
  problem_attachment_unreadable: [
    'No se pudo leer el archivo',
    'Su mensaje sigue aquí.',
    'Pruebe con otra copia o con una foto.',
  ],
  problem_body_too_large: [
    'El archivo es demasiado grande',
    'Su mensaje sigue aquí.',
    'Elija uno de 10 MB como máximo.',
  ],
}
