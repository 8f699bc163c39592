import type { FollowUpPolicy } from './follow-up-policy.ts'

/** Recovery of a missed appointment: repeated outreach until the patient books or comes, or the policy's limit is reached. */
export interface Recovery {
  readonly appointmentId: string
  readonly patientId: string
  /** A visit of another specialty does not end the recovery. */
  readonly specialty: string
  /** Recipients of outreach. A child's outreach goes to their proxies. */
  readonly audience: 'patient' | 'proxies'
  readonly status: 'open' | 'recovered' | 'abandoned'
  /** Number of messages so far. */
  readonly attempts: number
  /** Null once it is over. */
  readonly nextAttemptAt: Date | null
}

type Policy = Pick<FollowUpPolicy, 'noShow'>

/** The first message is sent at once, while the patient remembers the appointment. */
export const beginRecovery = (
  missed: Pick<Recovery, 'appointmentId' | 'patientId' | 'specialty' | 'audience'>,
  policy: Policy,
  now: Date,
): Recovery => attempted({ ...missed, status: 'open', attempts: 0, nextAttemptAt: now }, policy, now)

/** The next message, or the end of the recovery: `reachOut` is false when the limit is reached. */
export const tryAgain = (
  recovery: Recovery,
  policy: Policy,
  now: Date,
): { readonly recovery: Recovery; readonly reachOut: boolean } =>
  recovery.attempts >= policy.noShow.attempts
    ? { recovery: { ...recovery, status: 'abandoned', nextAttemptAt: null }, reachOut: false }
    : { recovery: attempted(recovery, policy, now), reachOut: true }

/** The patient has booked again, or came late. */
export const recover = (recovery: Recovery): Recovery => ({ ...recovery, status: 'recovered', nextAttemptAt: null })

const attempted = (recovery: Recovery, { noShow }: Policy, now: Date): Recovery => ({
  ...recovery,
  attempts: recovery.attempts + 1,
  nextAttemptAt: new Date(now.getTime() + noShow.hoursBetween * 3_600_000),
})
