import type { components } from '@visitkit/contract'
import { changeableUntil, changeTerms, type Appointment } from '../model/appointment.ts'
import { instant } from '../model/instant.ts'
import type { SchedulingPolicy } from '../model/scheduling-policy.ts'
import type { AppointmentDetails } from '../store/appointments.ts'
import type { ClaimOwners } from '../model/claim-owners.ts'
import { presentClaims } from './present-claims.ts'

type Schemas = components['schemas']

export interface AppointmentParts {
  readonly type: Schemas['VisitType']
  readonly practitioner: Schemas['PractitionerSummary']
  /** For members only. */
  readonly patient: Schemas['PatientSummary'] | undefined
  readonly isForMember: boolean
  readonly details: AppointmentDetails
  readonly policy: SchedulingPolicy
  readonly owners: ClaimOwners
  /** Of those that it needs. Left out where they were not read: the next read has them. */
  readonly refusedConsents?: readonly Schemas['ConsentPurpose'][]
}

/** The contract shape of an appointment. */
export const presentAppointment = (
  appointment: Appointment,
  { type, practitioner, patient, isForMember, details, policy, owners, refusedConsents = [] }: AppointmentParts,
): Schemas['Appointment'] => {
  const claims = presentClaims(appointment.claimOwners, owners)
  // One that was found when the visit moved.
  const isInterpreted = claims.resources?.some(({ kind }) => kind === 'interpreter') ?? false
  return {
    id: appointment.id,
    patientId: appointment.patientId,
    ...(patient ? { patient } : {}),
    practitioner,
    ...claims,
    ...(appointment.seriesId === null ? {} : { seriesId: appointment.seriesId }),
    visitTypeId: appointment.visitTypeId,
    visitTypeName: type.name,
    specialty: type.specialty,
    modality: type.modality,
    requiredConsents: type.requiredConsents,
    ...(isForMember && refusedConsents.length > 0 && { refusedConsents: [...refusedConsents] }),
    questionnaires: type.questionnaires,
    start: instant(appointment.start),
    end: instant(appointment.end),
    status: appointment.status,
    ...(details.reason === undefined ? {} : { reason: details.reason }),
    ...(details.language === undefined ? {} : { language: details.language }),
    ...(appointment.stateCode === null ? {} : { state: appointment.stateCode }),
    ...(details.missingInterpreter && !isInterpreted && { missingInterpreter: details.missingInterpreter }),
    ...(details.missingCaptioner && { missingCaptioner: details.missingCaptioner }),
    support: {
      status: appointment.unsupportedReasons.length === 0 ? 'supported' : 'unsupported',
      reasons: [...appointment.unsupportedReasons],
    },
    ...(isForMember && appointment.overridden && details.override ? { override: details.override } : {}),
    changeableUntil: instant(changeableUntil(appointment, changeTerms(type, policy, 'own'))),
    ...(appointment.answerBy === null ? {} : { answerBy: instant(appointment.answerBy) }),
    checkInFrom: instant(appointment.start.getTime() - policy.checkInMinutes * 60_000),
    ...(appointment.sensitivity === null ? {} : { sensitivity: appointment.sensitivity }),
    ...(appointment.consentedByMinor ? { consentedByMinor: true } : {}),
    version: appointment.version,
  }
}
