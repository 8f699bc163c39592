import type { components } from '@visitkit/contract'
import { birthday } from './birthday.ts'
import { endOfLocalDay, localDate } from './local-date.ts'

export type ProxyScope = components['schemas']['ProxyScope']
export type ProxyStatus = components['schemas']['ProxyStatus']
export type Relationship = components['schemas']['Proxy']['relationship']

/** The days on which a right holds, both included, by the patient's calendar. `endedAt` is an end before its time. */
export interface ProxyTerm {
  /** Who has accepted the right; null while it is offered, when it gives no access to anything. */
  readonly personId: string | null
  readonly from: string
  readonly to: string | null
  readonly endedAt: Date | null
}

const majority = 18

/** 45 CFR 164.502(g)(3): a parent acts for a minor. So the last day is the one before the patient turns 18, unless a day is given. */
export const lastDayByDefault = (relationship: Relationship, birthDate: string): string | null =>
  relationship === 'parent' ? birthday(birthDate, majority).subtract({ days: 1 }).toString() : null

/** Whether the right holds at `at` for a patient whose clock is `zone`. */
export const isInForce = (term: ProxyTerm, zone: string, at: Date): boolean => {
  if (term.endedAt !== null || term.personId === null) return false
  return term.from <= localDate(at, zone).toString() && !isOver(term, zone, at)
}

/** Whether the right has ended for good: by its date or by an act. */
export const isOver = (term: ProxyTerm, zone: string, at: Date): boolean => {
  if (term.endedAt !== null) return true
  return term.to !== null && at >= endOfLocalDay(Temporal.PlainDate.from(term.to), zone)
}

export const proxyStatus = (term: ProxyTerm, zone: string, at: Date): ProxyStatus => {
  if (isOver(term, zone, at)) return 'ended'
  return term.personId === null ? 'invited' : 'active'
}
