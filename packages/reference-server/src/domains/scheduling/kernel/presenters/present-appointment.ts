import type { components } from '@visitkit/contract'
import { changeableUntil, changeTerms, type Appointment } from '../model/appointment.ts'
import { instant } from '../model/instant.ts'
import type { SchedulingPolicy } from '../model/scheduling-policy.ts'

type Schemas = components['schemas']

export interface AppointmentParts {
  readonly type: Schemas['VisitType']
  readonly practitioner: Schemas['PractitionerSummary']
  /** For members only. */
  readonly patient: Schemas['PatientSummary'] | undefined
  readonly details: { readonly reason?: string; readonly language?: string }
  readonly policy: SchedulingPolicy
}

/** The contract shape of an appointment. */
export const presentAppointment = (
  appointment: Appointment,
  { type, practitioner, patient, details, policy }: AppointmentParts,
): Schemas['Appointment'] => ({
  id: appointment.id,
  patientId: appointment.patientId,
  ...(patient ? { patient } : {}),
  practitioner,
  visitTypeId: appointment.visitTypeId,
  visitTypeName: type.name,
  specialty: type.specialty,
  modality: type.modality,
  requiredConsents: type.requiredConsents,
  questionnaires: type.questionnaires,
  start: instant(appointment.start),
  end: instant(appointment.end),
  status: appointment.status,
  ...(details.reason === undefined ? {} : { reason: details.reason }),
  ...(details.language === undefined ? {} : { language: details.language }),
  support: {
    status: appointment.unsupportedReasons.length === 0 ? 'supported' : 'unsupported',
    reasons: [...appointment.unsupportedReasons],
  },
  changeableUntil: instant(changeableUntil(appointment, changeTerms(type, policy, 'own'))),
  checkInFrom: instant(appointment.start.getTime() - policy.checkInMinutes * 60_000),
  version: appointment.version,
})
