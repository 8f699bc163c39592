import { stateZones } from '../../../../platform/identifiers/state-zones.ts'
import { dayStart } from './day-start.ts'
import type { PractitionerFacts } from './practitioner.ts'

/** Cached, because every search needs it for every practitioner and it changes only with the practitioner. */
const endsOf = new WeakMap<PractitionerFacts, ReadonlyMap<string, number>>()

const licenseEnds = (practitioner: PractitionerFacts): ReadonlyMap<string, number> => {
  const active = practitioner.licenses
    .filter(({ status, state }) => status === 'active' && state in stateZones)
    .map(({ state, kind, expiresOn }) => ({
      state,
      kind,
      end: dayStart(Temporal.PlainDate.from(expiresOn).add({ days: 1 }), stateZones[state] ?? ''),
    }))
  // Without a home license no privilege is valid.
  const homeEnd = Math.max(-Infinity, ...active.filter(({ kind }) => kind === 'full').map(({ end }) => end))
  const ends = new Map<string, number>()
  for (const { state, kind, end } of active) {
    const until = kind === 'full' ? end : Math.min(end, homeEnd)
    if (until > -Infinity) ends.set(state, Math.max(until, ends.get(state) ?? -Infinity))
  }
  return ends
}

/**
 * The moment (epoch milliseconds) at which the practitioner's license in `state` ends, at midnight there; null without an active license. A
 * visit must end by then: a license that ends at midnight does not cover a visit that continues past it. A compact privilege ends with the
 * last full license, which ends at midnight in its own state.
 */
export const licensedUntil = (practitioner: PractitionerFacts, state: string): number | null => {
  let ends = endsOf.get(practitioner)
  if (!ends) endsOf.set(practitioner, (ends = licenseEnds(practitioner)))
  return ends.get(state) ?? null
}
