import type { FollowUpPolicy } from './follow-up-policy.ts'

/** How a missed appointment is made good: outreach, again and again, until the patient comes or it has been tried enough. */
export interface Recovery {
  readonly appointmentId: string
  readonly patientId: string
  /** A visit of another specialty does not make it good. */
  readonly specialty: string
  /** Whom outreach goes to: a child's goes to those who act for them. */
  readonly audience: 'patient' | 'proxies'
  readonly status: 'open' | 'recovered' | 'given-up'
  /** Outreach so far. */
  readonly attempts: number
  /** Null once it is over. */
  readonly nextAttemptAt: Date | null
}

type Policy = Pick<FollowUpPolicy, 'noShow'>

/** The first outreach is at once: the patient still knows what the appointment was about. */
export const beginRecovery = (
  missed: Pick<Recovery, 'appointmentId' | 'patientId' | 'specialty' | 'audience'>,
  policy: Policy,
  now: Date,
): Recovery => attempted({ ...missed, status: 'open', attempts: 0, nextAttemptAt: now }, policy, now)

/** One more outreach, or the end of them. `reachOut` is false when it was given up instead. */
export const tryAgain = (
  recovery: Recovery,
  policy: Policy,
  now: Date,
): { readonly recovery: Recovery; readonly reachOut: boolean } =>
  recovery.attempts >= policy.noShow.attempts
    ? { recovery: { ...recovery, status: 'given-up', nextAttemptAt: null }, reachOut: false }
    : { recovery: attempted(recovery, policy, now), reachOut: true }

/** The patient has booked again, or has come late after all. */
export const recover = (recovery: Recovery): Recovery => ({ ...recovery, status: 'recovered', nextAttemptAt: null })

const attempted = (recovery: Recovery, { noShow }: Policy, now: Date): Recovery => ({
  ...recovery,
  attempts: recovery.attempts + 1,
  nextAttemptAt: new Date(now.getTime() + noShow.hoursBetween * 3_600_000),
})
