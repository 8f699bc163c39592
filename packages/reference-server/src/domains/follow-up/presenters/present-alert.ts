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
    readonly endedAt: Date | null
    readonly location: Schemas['PatientLocation'] | null
  } | null
  readonly demographics: Pick<Schemas['Patient'], 'call'> & {
    readonly ofRecord: Pick<Schemas['Patient'], 'address'>
  }
  /** Null for a role that does not treat. */
  readonly answers: readonly Schemas['AlertAnswer'][] | null
}

export const presentAlert = (
  alert: Alert,
  names: ReadonlyMap<string, string>,
  { patient, practitioner, visit, demographics, answers }: AlertDetails,
): Schemas['Alert'] => {
  const stated = visit?.location ?? null
  const address = stated ?? demographics.ofRecord.address
  return {
    ...presentAlertState(alert, names),
    patient,
    practitioner,
    ...(visit && { visitId: visit.visitId }),
    call: howToCall(visit, demographics),
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

/** The patient gave a number for the visit that goes on, and it is the one at which they are now. After it, what they asked counts. */
const howToCall = (visit: AlertDetails['visit'], { call }: AlertDetails['demographics']): Schemas['HowToCall'] => {
  if (visit === null || visit.endedAt !== null) return call
  return {
    rule: 'visit',
    phone: visit.callbackPhone,
    ...(call.addressAs !== undefined && { addressAs: call.addressAs }),
  }
}
