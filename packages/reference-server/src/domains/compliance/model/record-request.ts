import type { components } from '@visitkit/contract'
import { dayRefused } from '../problems.ts'
import { dayOf } from './access-suppression.ts'
import { dateOf } from './monitor/local-time.ts'

type Schemas = components['schemas']
export type ProceedingBasis = Schemas['ProceedingBasis']

/** A request for a record in a legal proceeding, as its row says it. */
export interface RecordRequest {
  readonly id: string
  readonly patientId: string
  readonly receivedDay: number
  readonly proceeding: Schemas['ProceedingKind']
  readonly basis: ProceedingBasis
  readonly decision: Schemas['ProceedingDecision']
  readonly ground: Schemas['ProceedingGround']
  readonly consentId: string | null
  readonly decidedAt: Date
  readonly decidedBy: string
}

/** Encrypted. */
export interface RecordRequestContent {
  readonly requester: Schemas['DisclosureRecipient']
  readonly what: string
}

export type StoredRecordRequest = RecordRequest & RecordRequestContent

/** What the decision depends on. */
export interface ProceedingFacts {
  /** Whether the patient has visits about substance use. */
  readonly hasRecords: boolean
  /** The last consent to proceedings that the patient gave. */
  readonly consent: { readonly consentId: string; readonly endsAt: Date | null } | null
}

/**
 * 42 CFR 2.12(d), 2.31(d) and 2.61: substance use records are used in a proceeding by the patient's consent to it, or by an order of a court
 * together with a subpoena. An order alone permits and does not compel; a subpoena alone permits nothing.
 */
export const decideProceeding = (
  basis: ProceedingBasis,
  { hasRecords, consent }: ProceedingFacts,
  now: Date,
): Pick<RecordRequest, 'decision' | 'ground' | 'consentId'> => {
  if (!hasRecords) return { decision: 'not-protected', ground: 'no-such-records', consentId: null }
  if (consent !== null && (consent.endsAt === null || consent.endsAt > now))
    return { decision: 'permitted', ground: 'consent', consentId: consent.consentId }
  if (basis === 'court-order-with-subpoena') return { decision: 'permitted', ground: 'court-order', consentId: null }
  return { decision: 'refused', ground: 'no-consent-or-order', consentId: null }
}

/** Throws `day_refused` for a day to come. */
export const receivedDayOf = (receivedOn: string, today: number): number => {
  const day = dayOf(receivedOn)
  if (day > today) throw dayRefused(`Must be ${dateOf(today)} or earlier.`)
  return day
}
