import type { Translation } from '../core/message-types.ts'
import type { documentsEn } from './documents.en.ts'

export const documentsEs: Translation<typeof documentsEn> = {
  heading: 'Documentos',
  none: 'Todavía no hay documentos. Aquí aparecen el resumen de una consulta y lo que usted acepta.',
  summary: 'Resumen de su consulta del {date}',
  summaryFile: 'resumen-de-su-consulta',
  estimate: 'Presupuesto del {date}',
  estimateFile: 'presupuesto',
  decision_granted: 'Aceptó el {date}',
  decision_declined: 'Dijo que no el {date}',
  save: 'Descargar',
  saveOf: 'Descargar: {name}',
  read: 'Leer',
  close: 'Cerrar',
  preparing: 'Preparando el documento',
  saved: 'El documento está en sus descargas.',
  problem_not_published: ['Este resumen aún no está listo', 'No se perdió nada.', 'Mire más tarde.'],
  problem_not_issued: ['Este presupuesto aún no está listo', 'No se perdió nada.', 'Mire más tarde.'],
}
