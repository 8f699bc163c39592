/** Numbers that a rule or an organization sets; `packs/policy/billing.json`, each with its source. */
export interface BillingPolicy {
  readonly estimate: EstimatePolicy
  /** A hosted checkout can be paid for this long. */
  readonly checkoutMinutes: number
  /** A claim file is tried this long before it goes back to the desk. */
  readonly submissionHours: number
  /** A question about eligibility that nobody answered in this time is given up: the desk asks again. */
  readonly eligibilityMinutes: number
  /** A refund is tried this long: processors forget idempotency keys after a day. */
  readonly refundHours: number
  /** Files taken from the mailbox at a time. */
  readonly mailboxFiles: number
  readonly mailboxSeconds: number
  /** The text of a mailbox file that was worked elsewhere is kept this long: payers pay weekly, so a mistake shows by then. */
  readonly forgetFileDays: number
}

/** 45 CFR 149.610(b)(1)(vi) and 149.620. All days are business days unless the name says otherwise. */
export interface EstimatePolicy {
  /** Scheduled at least this many days ahead: due within `farDueDays` of scheduling. */
  readonly farAheadDays: number
  readonly farDueDays: number
  readonly nearAheadDays: number
  readonly nearDueDays: number
  /** After somebody asked. */
  readonly requestDueDays: number
  /** A new estimate after a change reaches the patient this many days before the service. */
  readonly changeDaysBefore: number
  /** A bill that is higher by this much or more may be disputed. */
  readonly disputeCents: number
  /** Calendar days from the first bill. */
  readonly disputeCalendarDays: number
  /** One estimate may cover what recurs for so long. */
  readonly recurringMonths: number
}
