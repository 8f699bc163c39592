import type { Translation } from '../core/message-types.ts'
import type { claimStatusEn } from './claim-status.en.ts'

export const claimStatusEs: Translation<typeof claimStatusEn> = {
  heading: 'Dónde lo tiene el pagador',
  none: 'No se preguntó al pagador por este reclamo.',
  hint: 'Pregunte al pagador por el estado. Se puede una vez al día, y no cambia el reclamo ni mueve dinero.',
  ask: 'Preguntar al pagador',
  asking: 'Preguntando',
  asked: 'La pregunta va en camino al pagador.',
  askedBy_member: 'Preguntado el {date}',
  askedBy_server: 'Preguntado por el servidor el {date}',
  state_sending: 'El pagador aún no ha respondido.',
  state_answered: 'Respondió el {date}:',
  state_rejected: 'La cámara de compensación rechazó la pregunta. Código: {code}',
  state_undelivered: 'Puede que la pregunta no haya llegado. Pregunte de nuevo.',
  notSent:
    'No se preguntó: la visita trata del consumo de sustancias, y una pregunta no tiene lugar para el aviso de la ley. Llame al pagador.',
  meaning_received: 'El pagador tiene el reclamo y no ha decidido.',
  meaning_pending: 'El pagador sigue trabajando en él.',
  'meaning_needs-information': 'El pagador espera información. Llámelo para saber qué falta.',
  meaning_paid: 'El pagador decidió pagar. El pago llega con su remesa.',
  meaning_denied: 'El pagador lo rechazó. Los motivos llegan con su remesa.',
  meaning_decided: 'El pagador ha decidido. Lo que decidió llega con su remesa.',
  meaning_returned: 'El pagador lo devolvió antes de decidir. Corrija el reclamo y envíelo de nuevo.',
  'meaning_not-found': 'El pagador no encuentra el reclamo. Revise la cobertura y envíelo de nuevo.',
  'meaning_not-answered': 'El pagador no pudo responder. Pregunte de nuevo mañana.',
  meaning_other: 'El pagador respondió con un código que aquí no se conoce.',
  code: 'Código {code}',
  since: 'Desde el {date}',
  paid: 'Pagado: {amount}',
  payment: 'Cheque o transferencia {number}',
  problem_status_not_asked: [
    'Ahora no se puede preguntar al pagador por este reclamo',
    'No se envió ninguna pregunta.',
    'Solo se pregunta por un reclamo que el pagador no ha decidido, una vez al día.',
  ],
  problem_claim_blocked: [
    'La pregunta no se puede escribir',
    'No se envió ninguna pregunta.',
    'Corrija primero los nombres y números del reclamo.',
  ],
  problem_vendor_not_permitted: [
    'No se puede usar ninguna cámara de compensación',
    'No se envió ninguna pregunta.',
    'Pida a un administrador que configure una.',
  ],
}
