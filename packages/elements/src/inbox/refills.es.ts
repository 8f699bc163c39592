import type { Translation } from '../core/message-types.ts'
import type { refillsEn } from './refills.en.ts'

export const refillsEs: Translation<typeof refillsEn> = {
  heading: 'Renovaciones por responder ({count})',
  unknownPatient: 'Paciente aún desconocido',
  asked: 'pedido el {date}',
  approve: 'Aprobar',
  approveName: 'Aprobar: {name}, {patient}',
  decline: 'Rechazar',
  declineName: 'Rechazar: {name}, {patient}',
  answer: 'Lo que escribe al paciente',
  answerMissing: 'Escriba el motivo, para que el paciente sepa qué hacer.',
  send: 'Rechazar y enviar',
  leave: 'Dejarlo abierto',
  declined: 'Rechazado. El paciente puede leer el motivo.',
  problem_already_answered: ['Un colega ya respondió', 'No se cambió nada.', 'La lista se leyó de nuevo.'],
  problem_not_renewable: [
    'Esto no se puede renovar',
    'La petición sigue abierta.',
    'Escriba una receta nueva o rechace la petición.',
  ],
  problem_not_a_prescriber: ['Solo puede aprobar quien receta', 'No se cambió nada.', 'Déjelo a quien receta.'],
  problem_quantity_implausible: [
    'Las cantidades ya no concuerdan',
    'La petición sigue abierta.',
    'Escriba una receta nueva o rechace la petición.',
  ],
  problem_controlled_substance: [
    'Es una sustancia controlada',
    'La petición sigue abierta.',
    'No se puede recetar aquí: rechace la petición.',
  ],
}
