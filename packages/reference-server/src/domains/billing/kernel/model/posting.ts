/** How a payer decided, as far as our desk is concerned. */
export type Adjudication = 'paid' | 'partially-paid' | 'denied'

/** Why a line of a remittance is not posted by itself; a person decides. */
export type HoldReason =
  /** We have no claim of this number. */
  | 'claim-unknown'
  /** The payer decided about another amount than we charged. */
  | 'charge-differs'
  /** The claim was decided before and that was not taken back. */
  | 'already-adjudicated'
  /** Another claim took its place, or it was taken back, or it is what takes another back. */
  | 'claim-closed'
  /** It takes back what was never posted, or not as it was posted. */
  | 'nothing-to-reverse'
  /** The payer says that the patient is not theirs. */
  | 'not-ours'
  /** The payer names somebody else than the patient of the claim (agrees-with-patient.ts). */
  | 'patient-differs'
  /** Not a payment at all. */
  | 'predetermination'
  /** The cents of the remittance do not add up (balance-remittance.ts): nothing of it is posted. */
  | 'unbalanced'
  /** The payer has used the number of this payment before, for another one. */
  | 'payment-number-reused'

/** Why a line cannot be posted to the claim that a person has chosen. */
export type NotPostable =
  | HoldReason
  /** No payer has it, so none can have decided about it. */
  | 'claim-not-sent'
  /** Another took its place, or it was taken back; or it is what takes another back. */
  | 'claim-closed'
  /** The payer named a claim of somebody else. */
  | 'other-patient'
