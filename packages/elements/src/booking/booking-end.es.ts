import type { Translation } from '../core/message-types.ts'
import type { bookingEndEn } from './booking-end.en.ts'

export const bookingEndEs: Translation<typeof bookingEndEn> = {
  confirmHeading: 'Revise y reserve',
  reason: '¿De qué le gustaría hablar?',
  reasonHint: 'Puede dejarlo en blanco. Solo lo leerá su equipo de atención.',
  reasonLeft: { one: 'Queda {count} carácter', other: 'Quedan {count} caracteres' },
  book: 'Reservar esta consulta',
  booking: 'Reservando su consulta',
  request: 'Solicitar esta consulta',
  requesting: 'Enviando su solicitud',
  requestHint:
    'La clínica responderá a su solicitud. Mientras tanto, le apartamos el horario, pero la consulta aún no está reservada.',
  requestedHeading: 'Su solicitud está enviada',
  requestedText: 'Usted pidió ver a {name} el {day} a las {time}. La consulta aún no está reservada.',
  requestedNext: 'La clínica responderá antes del {until}. Mientras tanto, le apartamos el horario.',
  requestedCancel: 'Puede cancelar su solicitud en {visits}.',
  sensitiveHint:
    'Las personas que le ayudan no ven esta consulta, salvo que usted les permita ver las consultas delicadas.',
  minorAlone:
    'Usted pidió esta consulta a solas. Sus padres no la ven, salvo que usted les permita ver las consultas delicadas.',
  bookedHeading: 'Su consulta está reservada',
  bookedText: 'El {day} a las {time} le atenderá {name}.',
  bookedWhere:
    '¿Estará en otro estado? Llame antes a la clínica, para que le atienda un profesional con licencia allí.',
  bookedNext: 'Puede registrarse {minutes} antes de que empiece.',
  bookedNow: 'Ya puede registrarse.',
  bookedChange: 'Hasta el {until} puede cambiarla o cancelarla en {visits}.',
  bookedVisits: 'sus consultas',
  bookedCall: 'Para cambiarla o cancelarla, llame al {phone}.',
  calendar: 'Agregar a mi calendario',
  calendarSaved: 'El archivo del calendario está en sus descargas.',
  another: 'Reservar otra consulta',
}
