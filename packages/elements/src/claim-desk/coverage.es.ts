import type { Translation } from '../core/message-types.ts'
import type { coverageEn } from './coverage.en.ts'

export const coverageEs: Translation<typeof coverageEn> = {
  heading: 'Cobertura',
  active: 'Vigente',
  inactive: 'No vigente',
  'unknown-member': 'El pagador no la conoce',
  'no-response': 'Sin respuesta',
  pending: 'En consulta',
  notAsked: 'Sin consultar',
  hint_active: 'Lo dijo el pagador el {date}.',
  hint_inactive: 'Lo dijo el pagador el {date}. Pida al paciente otra cobertura.',
  'hint_unknown-member': 'Lo dijo el pagador el {date}.',
  'hint_no-response': 'Se consultó el {date}. No se sabe nada de esta cobertura.',
  hint_pending: 'Se consultó el {date}. La respuesta aparece aquí.',
  hint_notAsked: 'Nadie ha consultado al pagador si está vigente.',
  copay: 'Copago',
  coinsurance: 'Coseguro',
  deductibleRemaining: 'Deducible restante',
  network: 'Red',
  in: 'Dentro de la red',
  out: 'Fuera de la red',
  unknown: 'Ambas: consulte su contrato',
  ask: 'Consultar al pagador',
  askAgain: 'Consultar otra vez al pagador',
  asked: 'Se está consultando al pagador.',
  answered: 'El pagador ha respondido. Cobertura: {state}.',
  card: 'Foto de la tarjeta del seguro',
  cardLoading: 'Cargando las fotos',
  cardNone: 'El paciente no agregó ninguna foto.',
  card_front: 'Tarjeta del seguro, frente',
  card_back: 'Tarjeta del seguro, reverso',
  codeSaid: 'Código del pagador: {code}',
  'about_member-number':
    'Compare el número de afiliado, el nombre y la fecha de nacimiento con la tarjeta del seguro, y corrija lo que difiera.',
  'about_birth-date': 'El pagador tiene otra fecha de nacimiento, o ninguna. Pídala al paciente y corríjala.',
  about_name: 'Compare el nombre con la tarjeta del seguro, letra por letra. Corríjalo donde esté mal.',
  about_sex: 'Pregunte al pagador qué sexo tiene en su registro y corrija el que esté mal.',
  'about_insured-person':
    'El pagador conoce a la persona asegurada y no al paciente. Pregúntele si el paciente fue inscrito.',
  about_payer:
    'Compare pagador, plan y número de grupo con la tarjeta del seguro. Si están bien, pregunte a la cámara de compensación.',
  about_clinic:
    'El pagador no responde a esta clínica. Pregunte a la cámara de compensación si la clínica está inscrita.',
  about_later: 'El pagador no pudo responder. No se sabe nada de esta cobertura.',
  about_other: 'Busque el código en la guía del pagador o pregúntele qué significa.',
  'followUp_correct-and-resubmit': 'Pregunte otra vez cuando esté corregido.',
  followUp_resubmit: 'Pregunte otra vez más tarde.',
  'followUp_resubmit-in-10-days': 'El pagador acepta la pregunta otra vez en diez días.',
  'followUp_resubmit-in-30-days': 'El pagador acepta la pregunta otra vez en treinta días.',
  'followUp_do-not-resubmit': 'No pregunte otra vez: el pagador la acepta una sola vez. Llame al pagador.',
  'followUp_inquiry-initiated':
    'No pregunte otra vez: el pagador pasó la pregunta a otro. Llame al pagador para saber la respuesta.',
  'followUp_response-follows':
    'No pregunte otra vez: el pagador tiene la pregunta. Su respuesta no llega aquí sola; llame al pagador.',
}
