import type { components } from '@visitkit/contract'
import { endOfLocalDay } from './local-date.ts'

type License = components['schemas']['Licence']

export interface Licensed {
  readonly licences: readonly License[]
  /** The practitioner's own zone, in which licences end. */
  readonly zone: string
}

export type LicenseDecision =
  /** `until` is the first instant at which this licence no longer holds. */
  | { readonly licensed: true; readonly licence: License; readonly until: Date }
  | { readonly licensed: false; readonly because: 'none' | 'expired' | 'suspended' | 'compact-without-home' }

/**
 * Whether the practitioner may treat a patient who is in `state` at `at`.
 *
 * - A licence holds through the end (24:00) of its last day in the practitioner's zone.
 * - A suspended licence does not count, whatever its dates.
 * - A compact privilege (IMLC letter, PSYPACT authority, NLC multistate privilege) rests on a home licence: it counts only while the
 *   practitioner also holds a full licence in force, in any state. The compacts end the privilege with the home licence.
 *
 * Of several licences the longest decides. When none holds, the reason is the one that is nearest to being cured.
 */
export const licensedIn = ({ licences, zone }: Licensed, state: string, at: Date): LicenseDecision => {
  const inForce = (licence: License): boolean => licence.status === 'active' && at < end(licence, zone)
  const home = licences.filter((licence) => licence.kind === 'full' && inForce(licence))
  const here = licences.filter((licence) => licence.state === state)
  const held = here
    .filter((licence) => inForce(licence) && (licence.kind === 'full' || home.length > 0))
    .map((licence) => ({ licensed: true, licence, until: untilOf(licence, home, zone) }) as const)
    .sort((a, b) => b.until.getTime() - a.until.getTime())
  if (held[0]) return held[0]
  if (here.length === 0) return { licensed: false, because: 'none' }
  if (here.some(inForce)) return { licensed: false, because: 'compact-without-home' }
  const current = here.filter((licence) => at < end(licence, zone))
  return { licensed: false, because: current.length > 0 ? 'suspended' : 'expired' }
}

/** The states in which the practitioner may treat at `at`, in alphabetical order. */
export const statesInForce = (practitioner: Licensed, at: Date): string[] =>
  [...new Set(practitioner.licences.map(({ state }) => state))]
    .filter((state) => licensedIn(practitioner, state, at).licensed)
    .sort()

const end = (licence: License, zone: string): Date => endOfLocalDay(Temporal.PlainDate.from(licence.expiresOn), zone)

const untilOf = (licence: License, home: readonly License[], zone: string): Date => {
  const own = end(licence, zone)
  if (licence.kind === 'full') return own
  const homeEnd = Math.max(...home.map((each) => end(each, zone).getTime()))
  return homeEnd < own.getTime() ? new Date(homeEnd) : own
}
