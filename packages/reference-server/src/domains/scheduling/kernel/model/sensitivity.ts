import type { components } from '@visitkit/contract'
import type { Caller } from '../../../../platform/contracts/caller.ts'
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
}

/** What others may not learn of an appointment: kept with it, as it was when it was booked. */
export interface Sensitivity {
  readonly sensitivity: VisitSensitivity | null
  /** Whether a minor booked it who may consent to it without a parent. */
  readonly consentedByMinor: boolean
}

/** The caller as the one who books for this patient, who will be in this state. */
export const consenting = (
  { caller }: { readonly caller: Pick<Caller, 'kind' | 'personId'> },
  { id, birthDate, zone }: { readonly id: string; readonly birthDate: string; readonly zone: string },
  state: string,
): ConsentingPatient => ({
  birthDate,
  zone,
  state,
  isSelf: caller.kind === 'patient' && caller.personId === id,
})

const majority = 18

/**
 * A visit of a minor is theirs alone if they booked it themselves, and the law of the state where they will be lets them consent to this care
 * at their age. The age counts from midnight in the patient's zone (45 CFR 164.502(g)(3)).
 */
export const sensitivityOf = (
  type: { readonly sensitivity?: VisitSensitivity | null },
  { birthDate, zone, state, isSelf }: ConsentingPatient,
  rules: readonly MinorConsentRule[],
  now: Date,
): Sensitivity => {
  const sensitivity = type.sensitivity ?? null
  const consentedByMinor =
    isSelf &&
    rules.some((rule) => {
      if (rule.state !== state || rule.care !== sensitivity) return false
      const { from, to } = ageBounds(birthDate, zone, { from: rule.fromAge, to: majority - 1 })
      return from <= now.getTime() && now.getTime() < to
    })
  return { sensitivity, consentedByMinor }
}

/** Whether proxies need the scope `sensitive` for it, and members `sensitive-record:read`. As the index of appointments says it. */
export const isWithheldFromOthers = ({ sensitivity, consentedByMinor }: Sensitivity): boolean =>
  consentedByMinor || sensitivity === 'substance-use' || sensitivity === 'reproductive-health'
