/** The payer's decision, as far as the desk needs it. */
export type Adjudication = 'paid' | 'partially-paid' | 'denied'

/** Why a line of a remittance is not posted automatically; a person decides. */
export type HoldReason =
  /** We have no claim of this number. */
  | 'claim-unknown'
  /** The payer adjudicated another amount than was charged. */
  | 'charge-differs'
  /** The claim was adjudicated before, and that was not reversed. */
  | 'already-adjudicated'
  /** The claim was replaced or voided, or is a void itself. */
  | 'claim-closed'
  /** It reverses something that was never posted, or was posted with other amounts. */
  | 'nothing-to-reverse'
  /** The payer says that the patient is not its member. */
  | 'not-ours'
  /** The payer names another person than the claim's patient (agrees-with-patient.ts). */
  | 'patient-differs'
  /** Not a payment. */
  | 'predetermination'
  /** The remittance does not balance (balance-remittance.ts): nothing of it is posted. */
  | 'unbalanced'
  /** The payer used the number of this payment before, for another payment. */
  | 'payment-number-reused'
  /** What was open was written off: money that arrives now would leave a credit that no one sees. */
  | 'written-off'
  | OriginFault
  /** A part of the claim cannot be read: `RemittedClaim.fault`. */
  | 'unreadable'
  /** The next payer has answered about what this decision left to the patient. */
  | 'next-payer-answered'
  /** The next payer paid nothing and assigns nothing, or Medicaid leaves to its member what it did not pay. */
  | 'next-payer-refused'
  /** It answered as another one in the order of payers, or with more than waits. */
  | 'next-payer-differs'
  /** The balance waits for another payer, or for none: an answer before was undone, or the coverage did not hold. */
  | 'payer-not-awaited'
  /** The payer has forwarded the claim to another payer than the one that is awaited (forward-fault.ts). */
  | 'forwarded-elsewhere'

/** Why a payment is not, or not certainly, for the claim that it names (origin-fault.ts). */
export type OriginFault =
  /** A test in production, or the other way around. No person can post it either. */
  | 'usage-differs'
  | 'receiver-differs'
  | 'payee-differs'
  /** It is from another payer of the organization, or its name and numbers contradict each other. */
  | 'payer-differs'
  /** It is from a payer that the organization does not know. */
  | 'payer-unknown'

/** Why a line cannot be posted to the claim that a person has chosen. */
export type NotPostable =
  | HoldReason
  /** No payer has it, so none can have adjudicated it. */
  | 'claim-not-sent'
  /** Replaced or voided, or a void itself. */
  | 'claim-closed'
  /** The payer named a claim of another patient. */
  | 'other-patient'
  /** The payer answers about a claim to a next payer, which belongs to another claim. */
  | 'other-claim'
