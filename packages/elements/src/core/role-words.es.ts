import type { Translation } from './message-types.ts'
import type { roleWordsEn } from './role-words.en.ts'

export const roleWordsEs: Translation<typeof roleWordsEn> = {
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
