import type { Translation } from '../core/message-types.ts'
import type { ownQuestionsEn } from './own-questions.en.ts'

export const ownQuestionsEs: Translation<typeof ownQuestionsEn> = {
  questions: 'Sus preguntas',
  about: 'Sobre {name}',
  asked: 'Usted preguntó el {date}.',
  chip: 'Usted preguntó',
  state_open: 'La clínica tiene su pregunta. Leerá la respuesta aquí a más tardar el {date}.',
  state_assigned: 'Una persona de la clínica la está revisando. Leerá la respuesta aquí a más tardar el {date}.',
  state_answered: 'Respondida el {date}.',
  late: 'La respuesta se ha retrasado. La clínica ve el retraso y responderá aquí.',
  outcome_appropriate: 'La clínica encontró que esto fue parte de su atención o de su propio funcionamiento.',
  outcome_mistake: 'La clínica encontró que su expediente se abrió por error.',
  'outcome_not-allowed': 'La clínica encontró que esto no estaba permitido.',
  outcome_unresolved: 'La clínica no pudo saber por qué se abrió su expediente.',
  yourWords: 'Lo que usted escribió:',
  formHeading: 'Preguntar sobre esto',
  reason: '¿Por qué pregunta?',
  'reason_unknown-person': 'No conozco a esta persona',
  'reason_known-person': 'Conozco a esta persona fuera de la clínica',
  'reason_no-care': 'No tenía consulta en ese momento',
  'reason_too-much': 'Vio más de lo que necesitaba',
  reason_other: 'Otra cosa',
  reasonMissing: 'Elija por qué pregunta.',
  words: 'Cuéntenos más, si lo desea',
  wordsHint:
    'La oficina de privacidad lee esto. No responde la persona por la que usted pregunta, sino otra de esa oficina o un administrador de la clínica.',
  send: 'Enviar la pregunta',
  leave: 'No preguntar',
  sent: 'Su pregunta se envió. Leerá la respuesta aquí a más tardar el {date}.',
  newAnswer: 'Su pregunta tiene respuesta.',
  problem_already_asked: [
    'Usted ya preguntó sobre esto',
    'Lo que escribió sigue aquí.',
    'La respuesta estará en «Sus preguntas». Después puede volver a preguntar.',
  ],
  problem_too_many_questions: [
    'Demasiadas de sus preguntas esperan respuesta',
    'Lo que escribió sigue aquí.',
    'Espere una respuesta o llame a la clínica.',
  ],
}
