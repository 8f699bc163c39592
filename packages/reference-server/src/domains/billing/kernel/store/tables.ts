import type { components } from '@visitkit/contract'
import type { ColumnType, Kysely } from 'kysely'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { EntryKind } from '../model/account-ledger.ts'
import type { BillingSettings, Fee } from '../model/billing-settings.ts'
import type { ClaimFrequency, Day, FilingIndicator } from '../model/claim.ts'
import type { ClaimState, ClaimStep } from '../model/claim-record.ts'
import type { NextClaimState } from '../model/next-claim.ts'
import type { StatusInquiryFacts } from '../model/status-inquiry.ts'
import type { NextPayerAnswer } from '../model/next-payer.ts'
import type { Adjudication, HoldReason } from '../model/posting.ts'
import type { PayerSignature } from '../model/payer-signature.ts'
import type { RefundStatus } from '../model/refund-status.ts'
import type { ProviderAdjustment } from '../model/remittance.ts'

/** Written as JSON text. */
type Json<T> = ColumnType<T, string, string>
/** bigint: the driver returns text. */
type CentsColumn = ColumnType<string | number, number, number>

export type ExternalResolution = components['schemas']['ExternalResolution']
type CardSide = components['schemas']['CoverageCard']['sides'][number]
type EstimateReason = components['schemas']['EstimateReason']

interface Row {
  organization_id: string
  id: string
}

/** A `type`, because Kysely requires an index signature. */
export type BillingTables = {
  'billing.settings': Row & { settings: Json<BillingSettings>; interchange: number }
  'billing.payers': Row & {
    name: string
    kind: 'medicare' | 'medicaid' | 'commercial' | 'self-pay'
    payer_id: string
    filing_indicator: FilingIndicator
    timely_filing_days: number
    pays_as: Json<readonly PayerSignature[]>
  }
  'billing.fee_schedules': Row & { items: Json<readonly Fee[]>; version: number }
  'billing.coverages': Row & {
    patient_id: string
    payer_id: string
    rank: number
    valid_from: Day
    valid_to: Day | null
    version: number
    sealed: Uint8Array
  }
  'billing.coverage_cards': Row & {
    patient_id: string
    side: CardSide['side']
    media_type: CardSide['mediaType']
    bytes: number
    added_at: Date
    sealed: Uint8Array
  }
  'billing.eligibilities': Row & {
    coverage_id: string
    patient_id: string
    status: 'pending' | 'active' | 'inactive' | 'unknown-member' | 'no-response' | 'held'
    requested_at: Date
    responded_at: Date | null
    sealed: Uint8Array
  }
  'billing.claims': Row & {
    number: string
    root_id: string
    follows_id: string | null
    visit_id: string
    patient_id: string
    practitioner_id: string
    payer_id: string
    coverage_id: string | null
    state: ClaimState
    stale: boolean
    blocking: number
    frequency: ClaimFrequency
    service_day: Day
    file_by: Day
    charge_cents: CentsColumn
    paid_cents: CentsColumn
    patient_cents: CentsColumn
    payer_claim_number: string | null
    control_number: number | null
    note_version: number
    visit_version: number
    history: Json<readonly ClaimStep[]>
    submitted_at: Date | null
    changed_at: Date
    version: number
    sealed: Uint8Array
  }
  'billing.claim_counts': Row & {
    state: ClaimState
    shard: number
    claims: number
    charge_cents: CentsColumn
  }
  'billing.claim_messages': Row & {
    claim_id: string
    patient_id: string
    kind: components['schemas']['ClaimMessageKind']
    direction: 'out' | 'in'
    at: Date
    sealed: Uint8Array
  }
  'billing.visit_accounts': Row & {
    patient_id: string
    practitioner_id: string
    practitioner_name: string
    visit_at: Date
    restricted: boolean
    charge_cents: CentsColumn
    insurance_paid_cents: CentsColumn
    discount_cents: CentsColumn
    written_off_cents: CentsColumn
    patient_paid_cents: CentsColumn
    insurance_cents: CentsColumn
    patient_cents: CentsColumn
    sealed: Uint8Array
  }
  'billing.claim_notes': Row & {
    claim_id: string
    root_id: string
    patient_id: string
    author_id: string
    at: Date
    sealed: Uint8Array
  }
  'billing.appeals': Row & {
    claim_id: string
    root_id: string
    visit_id: string
    patient_id: string
    author_id: string
    state: components['schemas']['AppealState']
    answer: components['schemas']['AppealAnswer'] | null
    due_on: Day
    note_version: number | null
    made_at: Date
    sent_at: Date | null
    answered_at: Date | null
    version: number
    sealed: Uint8Array
  }
  'billing.write_offs': Row & {
    claim_id: string
    root_id: string
    visit_id: string
    patient_id: string
    claim_number: string
    amount_cents: CentsColumn
    reason: components['schemas']['WriteOffReason']
    state: components['schemas']['WriteOffState']
    claim_state: ClaimState
    asked_by: string
    asked_at: Date
    decided_by: string | null
    decided_at: Date | null
    version: number
    sealed: Uint8Array
  }
  'billing.accounts': Row & {
    insurance_cents: CentsColumn
    patient_cents: CentsColumn
    payments_begun: number
    version: number
  }
  'billing.entries': Row & {
    patient_id: string
    visit_id: string | null
    payment_id: string | null
    kind: EntryKind
    insurance_cents: CentsColumn
    patient_cents: CentsColumn
    at: Date
  }
  'billing.remittances': Row & {
    payer_identifier: string
    payment_number: string
    payer_name: string
    paid_on: Day
    amount_cents: CentsColumn
    posted_cents: CentsColumn
    adjustment_cents: CentsColumn
    claims: number
    unmatched: number
    status: 'posted' | 'needs-work' | 'resolved-externally'
    unbalanced: boolean
    external_resolution: ExternalResolution | null
    provider_adjustments: Json<readonly ProviderAdjustment[]>
    fingerprint: Uint8Array
    received_at: Date
  }
  'billing.remittance_lines': Row & {
    remittance_id: string
    position: number
    claim_id: string | null
    patient_id: string | null
    claim_number: string
    kind: 'payment' | 'reversal' | 'denial'
    charge_cents: CentsColumn
    paid_cents: CentsColumn
    patient_cents: CentsColumn
    posted: boolean
    hold_reason: HoldReason | null
    resolution: 'matched' | 'external' | null
    external_resolution: ExternalResolution | null
    resolved_at: Date | null
    sealed: Uint8Array
  }
  'billing.postings': Row & {
    claim_id: string
    root_id: string
    patient_id: string
    remittance_id: string
    adjudication: Adjudication
    charge_cents: CentsColumn
    paid_cents: CentsColumn
    patient_cents: CentsColumn
    reversed_by: string | null
    next_coverage_id: string | null
    held_cents: CentsColumn
    next_answers: Json<readonly NextPayerAnswer[]>
    is_forwarded: boolean
    sealed: Uint8Array
  }
  'billing.next_claims': Row & {
    number: string
    claim_id: string
    root_id: string
    posting_id: string
    patient_id: string
    coverage_id: string
    payer_id: string
    state: NextClaimState
    code: string | null
    control_number: number
    sent_at: Date
    changed_at: Date
    version: number
    sealed: Uint8Array
  }
  'billing.next_decisions': Row & {
    patient_id: string
    sealed: Uint8Array
  }
  'billing.status_inquiries': Row & {
    trace: string
    claim_id: string
    patient_id: string
    control_number: number
    asked_by: StatusInquiryFacts['askedBy']
    state: StatusInquiryFacts['state']
    code: string | null
    asked_at: Date
    answered_at: Date | null
    version: number
    sealed: Uint8Array
  }
  'billing.mailbox_files': Row & {
    file_id: string
    content_hash: Uint8Array
    posted_at: Date
    state: 'stored' | 'processed' | 'unreadable' | 'held' | 'resolved-externally'
    attempts: number
    fault: string | null
    external_resolution: ExternalResolution | null
    resolved_at: Date | null
    /** Of a refund that waits for its payment: the processor's id of the payment. */
    payment_reference: string | null
    /** Which version has read it. */
    reader: string | null
    sealed: Uint8Array | null
  }
  'billing.mailbox_pieces': Row & { file_id: string; patient_id: string | null; sealed: Uint8Array }
  'billing.payments': Row & {
    patient_id: string
    amount_cents: CentsColumn
    refunded_cents: CentsColumn
    status: 'open' | 'processing' | 'paid' | 'declined' | 'expired'
    reference: string
    payment_reference: string | null
    expires_at: Date
    began_at: Date
    paid_at: Date | null
    version: number
    sealed: Uint8Array
  }
  'billing.refunds': Row & {
    payment_id: string
    patient_id: string
    amount_cents: CentsColumn
    reason: string
    status: RefundStatus
    reference: string | null
    requested_at: Date
    next_poll_at: Date | null
  }
  'billing.payment_reports': Row & {
    report_id: string
    kind: 'checkout' | 'refund'
    reference: string
    state: string
    at: Date
    /** Null for a report of an earlier release. */
    reader: string | null
    sealed: Uint8Array | null
  }
  'billing.estimates': Row & {
    patient_id: string
    appointment_id: string | null
    practitioner_id: string
    status: 'due' | 'issued' | 'replaced'
    reason: EstimateReason
    due_before: Date
    service_on: Day | null
    total_cents: CentsColumn
    issued_at: Date | null
    issued_by: 'server' | 'member' | null
    missing: components['schemas']['EstimateGap'][]
    fee_version: number | null
    valid_until: Day | null
    version: number
    sealed: Uint8Array
  }
}

export const tablesOf = (db: AnyKysely): Kysely<BillingTables> => db

/** Cents as stored. The driver returns bigint as text; all our values are in the exact range of a number. */
export const centsOf = (value: string | number): number => Number(value)
