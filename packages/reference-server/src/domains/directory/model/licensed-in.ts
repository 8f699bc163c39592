import type { components } from '@visitkit/contract'
import { stateZones } from '../../../platform/identifiers/state-zones.ts'
import { remembered } from '../../../platform/remembered.ts'
import { endOfLocalDay } from './local-date.ts'

type License = components['schemas']['License']

export interface Licensed {
  readonly licenses: readonly License[]
  /** The practitioner's time zone: licenses of a state without a zone of its own end in it. */
  readonly zone: string
}

export type LicenseDecision =
  /** `until` is the first instant at which this license is no longer valid. */
  | { readonly licensed: true; readonly license: License; readonly until: Date }
  | { readonly licensed: false; readonly reason: 'none' | 'expired' | 'suspended' | 'compact-without-home' }

/**
 * Whether the practitioner may treat a patient who is in `state` at `at`.
 *
 * - A license is valid through the end (24:00) of its last day by the clock of its state, as in the search for times.
 * - A suspended license does not count, whatever its dates.
 * - A compact privilege (IMLC letter, PSYPACT authority, NLC multistate privilege) depends on a home license: it counts only while the
 *   practitioner also has a full license in effect, in any state. The compacts end the privilege with the home license.
 *
 * Of several licenses the longest decides. When none is valid, returns the reason that is easiest to resolve.
 */
export const licensedIn = ({ licenses, zone }: Licensed, state: string, at: Date): LicenseDecision => {
  const inForce = (license: License): boolean => license.status === 'active' && at < end(license, zone)
  const home = licenses.filter((license) => license.kind === 'full' && inForce(license))
  const here = licenses.filter((license) => license.state === state)
  const held = here
    .filter((license) => inForce(license) && (license.kind === 'full' || home.length > 0))
    .map((license) => ({ licensed: true, license, until: untilOf(license, home, zone) }) as const)
    .sort((a, b) => b.until.getTime() - a.until.getTime())
  if (held[0]) return held[0]
  if (here.length === 0) return { licensed: false, reason: 'none' }
  if (here.some(inForce)) return { licensed: false, reason: 'compact-without-home' }
  const current = here.filter((license) => at < end(license, zone))
  return { licensed: false, reason: current.length > 0 ? 'suspended' : 'expired' }
}

/** The states in which the practitioner may treat at `at`, in alphabetical order. */
export const statesInForce = (practitioner: Licensed, at: Date): string[] =>
  [...new Set(practitioner.licenses.map(({ state }) => state))]
    .filter((state) => licensedIn(practitioner, state, at).licensed)
    .sort()

const end = ({ expiresOn, state }: License, zone: string): Date => new Date(endIn(expiresOn, stateZones[state] ?? zone))

/** Milliseconds. A visit asks for the ends of the same licenses many times. */
const endIn = remembered(5_000, (expiresOn, zone) => endOfLocalDay(Temporal.PlainDate.from(expiresOn), zone).getTime())

const untilOf = (license: License, home: readonly License[], zone: string): Date => {
  const own = end(license, zone)
  if (license.kind === 'full') return own
  const homeEnd = Math.max(...home.map((each) => end(each, zone).getTime()))
  return homeEnd < own.getTime() ? new Date(homeEnd) : own
}
