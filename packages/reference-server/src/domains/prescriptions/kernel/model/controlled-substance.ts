import type { Medication } from './medication-pack.ts'
import type { PrescribingPolicy } from './prescribing-policy.ts'

export type ControlledRefusal = 'no-certified-adapter' | 'no-rule-in-force'

/**
 * Why a medication may not be prescribed here today; null if it may. A controlled substance requires both a registered adapter with the
 * certification (21 CFR 1311) and a dated rule that allows it by telemedicine. An expired rule allows nothing: after its last day, every
 * controlled substance is refused until the next pack is loaded.
 */
export const controlledRefusal = (
  { schedule }: Pick<Medication, 'schedule'>,
  { controlledSubstances: { certifiedAdapterRequired, windows }, zoneOfRules }: PrescribingPolicy,
  certifications: readonly string[],
  now: Date,
): ControlledRefusal | null => {
  if (schedule === undefined) return null
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zoneOfRules)
    .toPlainDate()
    .toString()
  const inForce = windows.some(
    ({ schedules, effectiveFrom, effectiveTo }) =>
      schedules.includes(schedule) && effectiveFrom <= today && today <= effectiveTo,
  )
  if (!inForce) return 'no-rule-in-force'
  const needsAdapter = certifiedAdapterRequired.schedules.includes(schedule)
  return needsAdapter && !certifications.includes(certifiedAdapterRequired.certification)
    ? 'no-certified-adapter'
    : null
}
