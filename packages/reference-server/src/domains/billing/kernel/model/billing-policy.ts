import type { components } from '@visitkit/contract'

type Payer = components['schemas']['Payer']

/** Numbers from regulations or from the organization; `packs/policy/billing.json`, each with its source. */
export interface BillingPolicy {
  readonly estimate: EstimatePolicy
  /** Limits of a picture of an insurance card. */
  readonly card: { readonly maxBytes: number; readonly maxPixels: number }
  /** The usual number of days from a payer's decision to the last day for an appeal, by kind of payer. */
  readonly appealDays: Readonly<Record<Payer['kind'], number>>
  /** How long a hosted checkout can be paid. */
  readonly checkoutMinutes: number
  /** How long a claim file is retried before it goes back to the desk. */
  readonly submissionHours: number
  /** How long an eligibility inquiry waits for a response before it is given up; the desk can send another. */
  readonly eligibilityMinutes: number
  /** When the payer is asked about a claim that it has not decided. */
  readonly statusInquiry: {
    /** Days after the claim was sent. */
    readonly afterDays: number
    /** Days until it is asked again. */
    readonly againDays: number
    /** The time between two questions about a claim, in hours. */
    readonly pauseHours: number
  }
  /** How long a refund is retried: processors forget idempotency keys after a day. */
  readonly refundHours: number
  /** The number of files fetched from the mailbox at a time. */
  readonly mailboxFiles: number
  readonly mailboxSeconds: number
  /**
   * How long the bytes of a mailbox file that are about no patient are kept: as long as financial records. What is about a patient is kept
   * with the patient's record.
   */
  readonly fileRetentionDays: number
  /** How long a report of the processor is recognized as a repeat. Processors repeat for days. */
  readonly reportRetentionDays: number
}

/** 45 CFR 149.610(b)(1)(vi) and 149.620. All days are business days unless the name says otherwise. */
export interface EstimatePolicy {
  /** If the service is scheduled at least this many days ahead, the estimate is due within `farDueDays` of scheduling. */
  readonly farAheadDays: number
  readonly farDueDays: number
  readonly nearAheadDays: number
  readonly nearDueDays: number
  /** After a request. */
  readonly requestDueDays: number
  /** After a change, the patient must have a new estimate this many days before the service. */
  readonly changeDaysBefore: number
  /** A bill that exceeds the estimate by this much or more may be disputed. */
  readonly disputeCents: number
  /** Calendar days from the first bill. */
  readonly disputeCalendarDays: number
  /** How long one estimate may cover recurring services. */
  readonly recurringMonths: number
}
