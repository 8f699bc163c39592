import type { Translation } from '../core/message-types.ts'
import type { backgroundEn } from './background.en.ts'

export const backgroundEs: Translation<typeof backgroundEn> = {
  why: 'Estos datos pueden ser importantes para su atención. También ayudan a la clínica a ver si trata bien a todas las personas.',
  free: 'Puede saltar cualquier pregunta. Puede cambiar o borrar una respuesta cuando quiera.',
  whoSees: 'Usted, la recepción y los médicos que le atienden pueden ver sus respuestas. Quienes le ayudan no pueden.',
  notSent: 'No las enviamos a laboratorios, farmacias ni aseguradoras.',
  racesHint: 'Elija todas las que correspondan.',
  save: 'Guardar respuestas',
  saved: 'Sus respuestas están guardadas.',
  clear: 'Borrar todas las respuestas',
  cleared: 'Todas las respuestas están borradas.',
  onlyOwn: 'Solo el paciente puede ver y responder estas preguntas.',
}
