import type { Translation } from '../core/message-types.ts'
import type { chartConsentsEn } from './consents.en.ts'

export const chartConsentsEs: Translation<typeof chartConsentsEn> = {
  none: 'El paciente no ha decidido sobre ningún texto.',
  decision: '{status}: {date}',
  status_active: 'Aceptado',
  status_expired: 'Terminó en su último día',
  status_declined: 'Rechazado',
  status_revoked: 'Revocado',
  status_superseded: 'Sustituido por un texto o una decisión más reciente',
  by_patient: 'Por el paciente',
  by_proxy: 'Por una persona que actúa por el paciente',
  by_member: 'De palabra; lo certifica un miembro del personal',
  loading: 'Cargando los consentimientos',
  more: 'Mostrar más consentimientos',
}
