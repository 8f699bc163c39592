import type { components } from '@visitkit/contract'
import type { AnswerRule, FollowUpPolicy } from './follow-up-policy.ts'

type Schemas = components['schemas']
export type AlertCode = Schemas['IntakeAlert']
export type AlertStatus = Schemas['AlertStatus']

/** The unencrypted part of an alert: it does not say what was answered. */
export interface AlertFacts {
  readonly id: string
  readonly patientId: string
  readonly appointmentId: string
  readonly practitionerId: string
  /** A blind index of appointment and code: one alert for each. */
  readonly codeIndex: Uint8Array
  readonly raisedAt: Date
  /** When the next role is notified. Null once it is, or once the alert is acknowledged. */
  readonly escalateAt: Date | null
  readonly escalatedAt: Date | null
  /** When it was first on the screen of a member of staff. */
  readonly shownAt: Date | null
  readonly acknowledgedAt: Date | null
  /** The member who acknowledged it. */
  readonly acknowledgedBy: string | null
  readonly version: number
}

/** An emergency answer before the visit, until a member of staff has acknowledged it. FHIR: Flag. */
export interface Alert extends AlertFacts {
  readonly code: AlertCode
  /** What to do, from the specialty pack. */
  readonly guidance: string | null
}

export const statusOfAlert = ({ shownAt, acknowledgedAt }: AlertFacts): AlertStatus =>
  acknowledgedAt !== null ? 'acknowledged' : shownAt !== null ? 'shown' : 'raised'

/** The rule of the specialty, if it has one, says what to do and how soon; the policy is for every other code. */
export const raiseAlert = (
  raised: Pick<Alert, 'id' | 'patientId' | 'appointmentId' | 'practitionerId' | 'codeIndex' | 'code'>,
  rules: readonly AnswerRule[],
  { alert }: Pick<FollowUpPolicy, 'alert'>,
  language: string,
  now: Date,
): Alert => {
  const rule = rules.find(({ on }) => 'alert' in on && on.alert === raised.code)
  const minutes = rule?.task.dueMinutes ?? alert.escalateMinutes
  return {
    ...raised,
    guidance: rule === undefined ? null : (rule.task.title[language] ?? rule.task.title['en'] ?? null),
    raisedAt: now,
    escalateAt: new Date(now.getTime() + minutes * 60_000),
    escalatedAt: null,
    shownAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    version: 1,
  }
}

/** The first screen counts; null if the alert was on one before. */
export const showAlert = <A extends AlertFacts>(alert: A, now: Date): A | null =>
  alert.shownAt === null ? { ...alert, shownAt: now, version: alert.version + 1 } : null

/** Who acknowledges an alert has it on the screen. */
export const acknowledgeAlert = <A extends AlertFacts>(alert: A, memberId: string, now: Date): A => ({
  ...alert,
  shownAt: alert.shownAt ?? now,
  acknowledgedAt: now,
  acknowledgedBy: memberId,
  escalateAt: null,
  version: alert.version + 1,
})

export const escalateAlert = <A extends AlertFacts>(alert: A, now: Date): A => ({
  ...alert,
  escalateAt: null,
  escalatedAt: now,
  version: alert.version + 1,
})

/** The cause of the task that an escalation raises. */
export const causeOfEscalation = ({ id }: Pick<AlertFacts, 'id'>): string => `alert:${id}`
