import type { Translation } from './message-types.ts'
import type { reachEn } from './reach.en.ts'

export const reachEs: Translation<typeof reachEn> = {
  call_visit: 'El paciente dio este número para la visita que está en curso.',
  call_only: 'Llame solo a este número.',
  call_none: 'No llame. El paciente no quiere llamadas.',
  mayLeave: 'Puede dejar un mensaje.',
  leaveNone: 'No deje ningún mensaje.',
  hours: 'Llame entre las {from} y las {to} ({zone}).',
  askFor: 'Pregunte por {name}.',
  noNumber: 'No se conoce ningún número de teléfono.',
  letter_only: 'Escriba solo a esta dirección.',
  letter_none: 'No envíe cartas. El paciente no las quiere.',
  writeTo: 'Escriba a {name}.',
  noAddress: 'No se conoce ninguna dirección.',
}
