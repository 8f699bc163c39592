import type { Translation } from '../core/message-types.ts'
import type { spokenRecordEn } from './spoken-record.en.ts'

export const spokenRecordEs: Translation<typeof spokenRecordEn> = {
  saidBy_patient: 'Usted lo dijo {how}.',
  saidBy_proxy: '{name} lo dijo por usted {how}.',
  how_phone: 'por teléfono',
  how_video: 'por video',
  'how_in-person': 'en persona',
  recorded: 'Anotado en la clínica el {when}, por: {role}.',
  recordedOnly: 'Una persona de la clínica anotó lo que se dijo, el {when}.',
  wrong: '¿No es lo que se dijo? Puede retirarlo o preguntar a la clínica.',
  ask: 'Ver quién lo anotó',
  askOf: 'Ver quién lo anotó: {title}',
  role_patient: 'paciente',
  role_proxy: 'que puede actuar por usted',
  role_practitioner: 'profesional clínico',
  role_nurse: 'enfermería',
  'role_front-desk': 'recepción',
  role_biller: 'facturación',
  role_guest: 'invitado de una consulta',
  role_interpreter: 'intérprete',
  'role_privacy-officer': 'responsable de privacidad',
  role_auditor: 'auditoría',
  role_administrator: 'administración',
  role_service: 'un sistema informático conectado',
  role_system: 'una computadora de la clínica',
  role_unlisted: 'función no registrada',
}
