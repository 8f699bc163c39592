import type { Translation } from '../core/message-types.ts'
import type { callRecordEn } from './call-record.en.ts'

export const callRecordEs: Translation<typeof callRecordEn> = {
  notHeld: 'Nadie ha estado en la sala.',
  noTroubles: 'No se informó de ningún problema.',
  fromBrowsers: 'Según lo que informó el navegador de cada persona.',
  who_patient: 'Del lado del paciente',
  who_proxy: 'Del lado de quien actúa por el paciente',
  who_practitioner: 'Del lado del profesional',
  who_guest: 'Del lado del invitado',
  who_interpreter: 'Del lado del intérprete',
  count: { one: '{count} vez', other: '{count} veces' },
  trouble_refused: 'El otro navegador no aceptó la llamada',
  'trouble_no-answer': 'El otro navegador no respondió',
  'trouble_no-path': 'La red no dejó pasar nada hacia la otra persona',
  'trouble_no-picture': 'No llegó la imagen de la otra persona',
  'trouble_no-sound': 'No llegó el sonido de la otra persona',
  trouble_interrupted: 'Se cortó la conexión',
  trouble_dropped: 'La otra persona desapareció sin salir',
  'trouble_device-denied': 'No se permitió la cámara, el micrófono o la pantalla',
  'trouble_device-missing': 'No había cámara o no había micrófono',
  'trouble_device-busy': 'Otro programa usaba la cámara o el micrófono',
  'trouble_not-loaded': 'No se pudo cargar el programa de video',
  trouble_failed: 'No se pudo entrar en la sala, o se perdió',
  trouble_unsupported: 'El navegador no puede hacer llamadas',
}
