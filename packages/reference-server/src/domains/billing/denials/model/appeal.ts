import type { components } from '@visitkit/contract'
import type { Day } from '../../kernel/model/claim.ts'
import type { ClaimStep } from '../../kernel/model/claim-record.ts'
import { addDays, localDay } from '../../kernel/model/local-day.ts'

type Schemas = components['schemas']

/** The unencrypted part of an appeal. */
export interface AppealFacts {
  readonly id: string
  readonly claimId: string
  readonly rootId: string
  readonly visitId: string
  readonly patientId: string
  readonly authorId: string
  readonly state: Schemas['AppealState']
  readonly answer: Schemas['AppealAnswer'] | null
  readonly dueOn: Day
  /** The version of the signed note that goes with it. */
  readonly noteVersion: number | null
  readonly madeAt: Date
  readonly sentAt: Date | null
  readonly answeredAt: Date | null
  readonly version: number
}

export interface Appeal extends AppealFacts {
  readonly text: string
}

const order: readonly AppealFacts['state'][] = ['draft', 'sent', 'answered']

/** An appeal goes forward only, one step at a time. */
export const isNextState = (from: AppealFacts['state'], to: AppealFacts['state']): boolean =>
  order.indexOf(to) === order.indexOf(from) + 1

/** The usual last day for an appeal against the latest decision; null if the payer has not decided. */
export const appealDeadline = (history: readonly ClaimStep[], days: number, zone: string): Day | null => {
  const decided = history.findLast(
    ({ by, state }) => by === 'payer' && (state === 'denied' || state === 'partially-paid'),
  )
  return decided === undefined ? null : addDays(localDay(new Date(decided.at), zone), days)
}
