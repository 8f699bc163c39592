import type { components } from '@visitkit/contract'
import { statusOfAlert, type Alert } from '../model/alert.ts'

type Schemas = components['schemas']

/** The contract shape of an alert's progress. `names`: of members, by `member:id`. */
export const presentAlertState = (alert: Alert, names: ReadonlyMap<string, string>): Schemas['AlertState'] => ({
  id: alert.id,
  appointmentId: alert.appointmentId,
  patientId: alert.patientId,
  code: alert.code,
  status: statusOfAlert(alert),
  raisedAt: alert.raisedAt.toISOString(),
  ...(alert.shownAt && { shownAt: alert.shownAt.toISOString() }),
  ...(alert.escalatedAt && { escalatedAt: alert.escalatedAt.toISOString() }),
  ...(alert.acknowledgedAt && { acknowledgedAt: alert.acknowledgedAt.toISOString() }),
  ...(alert.acknowledgedBy !== null && {
    acknowledgedBy: {
      memberId: alert.acknowledgedBy,
      displayName: names.get(`member:${alert.acknowledgedBy}`) ?? 'Former member of staff',
    },
  }),
  version: alert.version,
})

/** What else a member of staff needs to act. */
export interface AlertDetails {
  readonly patient: Schemas['PatientSummary']
  readonly practitioner: Schemas['PractitionerSummary']
  readonly visit: {
    readonly visitId: string
    readonly callbackPhone: string
    readonly location: Schemas['PatientLocation'] | null
  } | null
  readonly demographics: Pick<Schemas['Patient'], 'phone' | 'address'>
  /** Null for a role that does not treat. */
  readonly answers: readonly Schemas['AlertAnswer'][] | null
}

export const presentAlert = (
  alert: Alert,
  names: ReadonlyMap<string, string>,
  { patient, practitioner, visit, demographics, answers }: AlertDetails,
): Schemas['Alert'] => {
  const callbackPhone = visit?.callbackPhone ?? demographics.phone
  const stated = visit?.location ?? null
  const address = stated ?? demographics.address
  return {
    ...presentAlertState(alert, names),
    patient,
    practitioner,
    ...(visit && { visitId: visit.visitId }),
    ...(callbackPhone !== undefined && { callbackPhone }),
    ...(address && {
      location: {
        line1: address.line1,
        ...(address.line2 !== undefined && { line2: address.line2 }),
        city: address.city,
        state: address.state,
        ...(address.postalCode !== undefined && { postalCode: address.postalCode }),
        stated: stated !== null,
      },
    }),
    ...(alert.guidance !== null && answers !== null && { guidance: alert.guidance }),
    ...(answers !== null && { answers: [...answers] }),
  }
}
