import type { Translation } from '../core/message-types.ts'
import type { familyEn } from './family.en.ts'

export const familyEs: Translation<typeof familyEn> = {
  entry: 'Reservar para más de una persona',
  whoHeading: '¿Para quiénes son las consultas?',
  whoHint: 'Las consultas van una tras otra con un mismo profesional, en el orden en que elija.',
  place: 'Consulta {number}',
  countWrong: 'Elija de dos a seis personas.',
  next: 'Continuar',
  back: 'Atrás',
  confirmHeading: 'Revise y reserve',
  reason: '¿De qué le gustaría hablar sobre {name}?',
  reasonHint: 'Puede dejarlo en blanco. Solo lo leerá el equipo de atención.',
  book: 'Reservar estas consultas',
  booking: 'Reservando sus consultas',
  request: 'Solicitar estas consultas',
  requesting: 'Enviando su solicitud',
  requestHint:
    'La clínica responderá a cada solicitud. Mientras tanto, le apartamos los horarios, pero ninguna consulta está reservada.',
  done: 'Ya reservadas: {names}. Las demás aún no están reservadas.',
  otherTime: 'Elegir otro horario para los demás',
  bookedHeading: 'Sus consultas están reservadas',
  requestedHeading: 'Sus solicitudes están enviadas',
  withName: 'Con {name}',
  change: 'Las encuentra en {visits}.',
  visitsLink: 'sus consultas',
  another: 'Reservar otra consulta',
}
