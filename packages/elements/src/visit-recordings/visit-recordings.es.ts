import type { Translation } from '../core/message-types.ts'
import type { visitRecordingsEn } from './visit-recordings.en.ts'

export const visitRecordingsEs: Translation<typeof visitRecordingsEn> = {
  heading: 'Grabaciones de las consultas',
  waiting: 'Cargando las grabaciones',
  log: 'Cada vez que se abre o se descarga una grabación, queda escrito en la lista de quién vio el expediente.',
  keepSafe: 'Un archivo que usted descarga ya no está protegido. Guárdelo en un lugar seguro.',
  noneYet: 'No se ha grabado ninguna de las últimas consultas.',
  name: 'Grabación del {moment}',
  underAMinute: 'Menos de un minuto',
  recorded: 'Personas grabadas: {people}',
  who_patient: 'paciente',
  who_proxy: 'persona que actúa por el paciente',
  who_practitioner: 'profesional',
  who_guest: 'invitado',
  who_interpreter: 'intérprete',
  play: 'Reproducir',
  playOf: 'Reproducir: {name}',
  close: 'Cerrar',
  closeOf: 'Cerrar: {name}',
  save: 'Descargar',
  saveOf: 'Descargar: {name}',
  fetching: 'Cargando la grabación. Puede tardar un momento.',
  opened: 'La grabación está abierta.',
  saved: 'La grabación está en sus descargas.',
  fileName: 'grabacion-de-una-consulta',
  cannotPlay: 'Este navegador no puede reproducir la grabación. Descárguela y ábrala en otro programa.',
}
