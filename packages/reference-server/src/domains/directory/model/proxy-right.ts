import type { components } from '@visitkit/contract'
import { birthday } from './birthday.ts'
import { endOfLocalDay, localDate } from './local-date.ts'

export type ProxyScope = components['schemas']['ProxyScope']
export type ProxyStatus = components['schemas']['ProxyStatus']
export type Relationship = components['schemas']['Proxy']['relationship']

/** The days on which a right is active, both inclusive, in the patient's calendar. `endedAt` is an early end. */
export interface ProxyTerm {
  /** The person who accepted the right. Null while it is offered, when it gives no access. */
  readonly personId: string | null
  readonly from: string
  readonly to: string | null
  readonly endedAt: Date | null
}

const majority = 18

/** 45 CFR 164.502(g)(3): a parent acts for a minor, so the default last day is the one before the patient turns 18. */
export const lastDayByDefault = (relationship: Relationship, birthDate: string): string | null =>
  relationship === 'parent' ? birthday(birthDate, majority).subtract({ days: 1 }).toString() : null

/** Whether the right is active at `at` for a patient in `zone`. */
export const isInForce = (term: ProxyTerm, zone: string, at: Date): boolean => {
  if (term.endedAt !== null || term.personId === null) return false
  return term.from <= localDate(at, zone).toString() && !isOver(term, zone, at)
}

/** Whether the right has ended permanently: by its date or by a request. */
export const isOver = (term: ProxyTerm, zone: string, at: Date): boolean => {
  if (term.endedAt !== null) return true
  return term.to !== null && at >= endOfLocalDay(Temporal.PlainDate.from(term.to), zone)
}

export const proxyStatus = (term: ProxyTerm, zone: string, at: Date): ProxyStatus => {
  if (isOver(term, zone, at)) return 'ended'
  return term.personId === null ? 'invited' : 'active'
}
