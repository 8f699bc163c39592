import { licensedUntil } from '../../kernel/model/licensed-until.ts'
import type { PractitionerFacts } from '../../kernel/model/practitioner.ts'
import type { VisitShape } from '../../kernel/model/visit-type.ts'

/** What a practitioner can take. */
export interface Takeable {
  /** Visit types of their specialties that need no license. */
  readonly anywhere: readonly string[]
  /** Those that need one, in these states. */
  readonly licensed: readonly string[]
  readonly states: readonly string[]
  /** Primary language subtags in small letters. */
  readonly languages: readonly string[]
}

/** The license must be valid now; that it covers the visit is checked when the request is taken. */
export const takeableBy = (practitioner: PractitionerFacts, types: readonly VisitShape[], now: Date): Takeable => {
  const own = practitioner.active ? types.filter(({ specialty }) => practitioner.specialties.includes(specialty)) : []
  const states = [...new Set(practitioner.licenses.map(({ state }) => state))]
  return {
    anywhere: own.filter(({ licenseRequired }) => !licenseRequired).map(({ id }) => id),
    licensed: own.filter(({ licenseRequired }) => licenseRequired).map(({ id }) => id),
    states: states.filter((state) => (licensedUntil(practitioner, state) ?? -Infinity) > now.getTime()),
    languages: practitioner.languages.map((tag) => tag.replace(/-.*$/s, '').toLowerCase()),
  }
}
