import type { Translation } from '../core/message-types.ts'
import type { visitDetailsEn } from './visit-details.en.ts'

export const visitDetailsEs: Translation<typeof visitDetailsEn> = {
  video: 'Se realiza aquí, por video. Necesita una cámara y un micrófono.',
  phone: 'Cuando se registre, le pediremos su número de teléfono.',
  inState: 'Usted estará en {state}.',
  inStateFor: '{name} estará en {state}.',
  elsewhere: 'Para otro estado, cancele esta consulta y resérvela de nuevo.',
  atAddress: 'Se realiza en {address}.',
  map: 'Ver en un mapa',
  atClinic: 'Se realiza en la clínica.',
  callForWay: 'Para preguntar cómo llegar, llame al {phone}.',
  alsoWith: 'También con {names}.',
  interpreter: 'Intérprete: {names}.',
  room: 'Sala: {names}.',
  group: { one: 'Consulta en grupo para {count} paciente.', other: 'Consulta en grupo para hasta {count} pacientes.' },
  ofSeries: 'Consulta {number} de {total} de una serie.',
  moreInSeries: {
    one: 'Parte de una serie, con {count} consulta más después de esta.',
    other: 'Parte de una serie, con {count} consultas más después de esta.',
  },
  lastInSeries: 'La última consulta de una serie.',
  inARow: 'Una tras otra con {visits}.',
  nameAt: '{name} a las {time}',
}
