import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { minorConsentIsForStaff, minorConsentNotAllowed } from '../../problems.ts'
import { ageBounds } from './age-bounds.ts'

export type VisitSensitivity = components['schemas']['VisitSensitivity']

/** From which age a minor may consent to a kind of care without a parent, in one state. */
export interface MinorConsentRule {
  readonly state: string
  readonly care: VisitSensitivity
  /** Whole years. */
  readonly fromAge: number
  readonly source: string
}

/** Who books, and where the patient will be. */
export interface ConsentingPatient {
  readonly birthDate: string
  readonly zone: string
  readonly state: string
  /** Whether the patient books, and not another person for them. */
  readonly isSelf: boolean
  /** Whether staff, who book for them, say that they consent without a parent. */
  readonly isSaidByStaff: boolean
}

/** What others may not learn of an appointment: kept with it, as it was when it was booked. */
export interface Sensitivity {
  readonly sensitivity: VisitSensitivity | null
  /** Whether a minor consented to it without a parent, as they may. */
  readonly consentedByMinor: boolean
}

/** The caller as the one who books for this patient, who will be in this state. Refuses patients and proxies who speak as staff. */
export const consenting = (
  { caller, access }: Pick<ReadContext, 'caller' | 'access'>,
  { id, birthDate, zone }: { readonly id: string; readonly birthDate: string; readonly zone: string },
  state: string,
  minorConsentsAlone = false,
): ConsentingPatient => {
  if (minorConsentsAlone && access.reach === 'own') throw minorConsentIsForStaff()
  const isSelf = caller.kind === 'patient' && caller.personId === id
  return { birthDate, zone, state, isSelf, isSaidByStaff: minorConsentsAlone }
}

const majority = 18

/** Whether a person is a minor who is at least so old, by midnight in their zone. */
const isMinorFrom = (
  from: number,
  { birthDate, zone }: Pick<ConsentingPatient, 'birthDate' | 'zone'>,
  now: Date,
): boolean => {
  const period = ageBounds(birthDate, zone, { from, to: majority - 1 })
  return period.from <= now.getTime() && now.getTime() < period.to
}

/**
 * A visit of a minor is theirs alone if they booked it themselves, or staff who book it say so, and the law of the state where they will be
 * lets them consent to this care at their age. The age counts from midnight in the patient's zone (45 CFR 164.502(g)(3)).
 */
export const sensitivityOf = (
  type: { readonly sensitivity?: VisitSensitivity | null },
  { state, isSelf, isSaidByStaff, ...patient }: ConsentingPatient,
  rules: readonly MinorConsentRule[],
  now: Date,
): Sensitivity => {
  const sensitivity = type.sensitivity ?? null
  const mayAlone = rules.some(
    (rule) => rule.state === state && rule.care === sensitivity && isMinorFrom(rule.fromAge, patient, now),
  )
  return { sensitivity, consentedByMinor: (isSelf || isSaidByStaff) && mayAlone }
}

/** Refuses what staff say of a minor against the law. For the decision: a repeated request has its answer replayed. */
export const requireMinorConsent = (
  { minorConsentsAlone }: { readonly minorConsentsAlone?: boolean },
  { sensitivity, consentedByMinor }: Sensitivity,
  patient: Pick<ConsentingPatient, 'birthDate' | 'zone'>,
  now: Date,
): void => {
  if (minorConsentsAlone === true && !consentedByMinor)
    throw minorConsentNotAllowed(
      sensitivity === null ? 'not-sensitive' : isMinorFrom(0, patient, now) ? 'law' : 'not-a-minor',
    )
}

/** Whether proxies need the scope `sensitive` for it, and members `sensitive-record:read`. As the index of appointments says it. */
export const isWithheldFromOthers = ({ sensitivity, consentedByMinor }: Sensitivity): boolean =>
  consentedByMinor || sensitivity === 'substance-use' || sensitivity === 'reproductive-health'
