import type { Translation } from '../core/message-types.ts'
import type { psychotherapyNoteEn } from './psychotherapy-note.en.ts'

export const psychotherapyNoteEs: Translation<typeof psychotherapyNoteEn> = {
  heading_psychotherapy: 'Notas de psicoterapia',
  'heading_substance-use-counseling': 'Notas de consejería sobre consumo de sustancias',
  onlyYou: 'Solo usted',
  about_psychotherapy:
    'Sus propias notas de esta sesión, aparte del expediente. No están en la nota de la visita, ni en su PDF, ni en el resumen, ni en un reclamo, y nadie más puede abrirlas.',
  'about_substance-use-counseling':
    'Sus propias notas de esta sesión de consejería, aparte del expediente. No están en la nota de la visita, ni en su PDF, ni en el resumen, ni en un reclamo, y nadie más puede abrirlas.',
  notShared:
    'El paciente no ha aceptado compartir estas notas. Otro consentimiento no las incluye. No entregue una copia a nadie.',
  shared:
    'El paciente aceptó compartir estas notas, en un consentimiento aparte ({time}). Este sistema no las envía. Si entrega una copia a alguien, este texto debe acompañarla:',
  open: 'Abrir mis notas',
  opening: 'Abriendo sus notas',
  label: 'Lo que quiere recordar de esta sesión',
  nothingYet: 'Todavía no hay nada guardado',
  dirty: 'Todavía sin guardar',
  saved: 'Guardado: {time}',
  save: 'Guardar mis notas',
  saving: 'Guardando',
  savedDone: 'Sus notas están guardadas.',
  close: 'Cerrar',
  discard: 'Cerrar sin guardar',
  problem_not_found: [
    'De esta visita no se guardan notas como estas',
    'Sus palabras siguen aquí.',
    'Solo las guarda quien dirigió la sesión. Copie lo que necesite antes de cerrar.',
  ],
  problem_version_conflict: [
    'Estas notas se cambiaron en otra pantalla',
    'Los dos textos se conservan.',
    'Copie sus palabras, cierre sin guardar, abra las notas otra vez y agréguelas.',
  ],
}
