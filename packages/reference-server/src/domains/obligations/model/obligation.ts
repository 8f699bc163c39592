import type { components } from '@visitkit/contract'
import { faulty } from '../problems.ts'
import { addDays, type Day } from './day.ts'
import type { ObligationKind, ObligationPolicy } from './obligation-policy.ts'

export interface Obligation {
  readonly id: string
  readonly kind: ObligationKind
  readonly title: string
  readonly everyDays: number
  readonly ownerId: string | null
  readonly dueOn: Day
  readonly lastCompletedOn: Day | null
  readonly active: boolean
  readonly version: number
}

/** One time that an obligation was done. */
export interface Completion {
  readonly id: string
  readonly obligationId: string
  readonly completedOn: Day
  readonly evidence: string
  readonly recordedBy: string
  readonly recordedAt: Date
}

type Create = components['schemas']['CreateObligation']
type Update = Omit<components['schemas']['UpdateObligation'], 'version'>

const requireInterval = (everyDays: number, kind: ObligationKind, policy: ObligationPolicy): number => {
  const longest = policy.everyDays[kind]
  if (everyDays > longest) throw faulty('/everyDays', 'out_of_range', `Must be at most ${longest} for this kind.`)
  return everyDays
}

const dueAfter = (last: Day | null, everyDays: number, otherwise: Day): Day =>
  last === null ? otherwise : addDays(last, everyDays)

/** What was never done is due today. */
export const newObligation = (id: string, given: Create, today: Day, policy: ObligationPolicy): Obligation => {
  const last = given.lastCompletedOn ?? null
  if (last !== null && last > today) throw faulty('/lastCompletedOn', 'out_of_range', 'Must not be in the future.')
  const everyDays = requireInterval(given.everyDays ?? policy.everyDays[given.kind], given.kind, policy)
  return {
    id,
    kind: given.kind,
    title: given.title,
    everyDays,
    ownerId: given.ownerId ?? null,
    dueOn: dueAfter(last, everyDays, today),
    lastCompletedOn: last,
    active: true,
    version: 1,
  }
}

/** A new interval counts from the last completion. */
export const changeObligation = (before: Obligation, changes: Update, policy: ObligationPolicy): Obligation => {
  const everyDays = requireInterval(changes.everyDays ?? before.everyDays, before.kind, policy)
  return {
    ...before,
    title: changes.title ?? before.title,
    ownerId: changes.ownerId ?? before.ownerId,
    active: changes.active ?? before.active,
    everyDays,
    dueOn: dueAfter(before.lastCompletedOn, everyDays, before.dueOn),
    version: before.version + 1,
  }
}

/** A completion that is recorded late does not move the due date back. */
export const completeObligation = (before: Obligation, completedOn: Day): Obligation => {
  const last =
    before.lastCompletedOn === null || completedOn > before.lastCompletedOn ? completedOn : before.lastCompletedOn
  return { ...before, lastCompletedOn: last, dueOn: addDays(last, before.everyDays), version: before.version + 1 }
}
