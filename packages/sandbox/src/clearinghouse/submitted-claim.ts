export interface Party {
  readonly last: string
  readonly first: string
  readonly middle: string
  readonly suffix: string
  readonly idQualifier: string
  readonly id: string
  readonly address: { line1: string; line2: string; city: string; state: string; zip: string } | null
  readonly birth: string
  readonly gender: string
}

export interface ServiceLine {
  readonly code: string
  readonly modifiers: readonly string[]
  readonly charge: number
  readonly units: number
  readonly place: string
  readonly pointers: readonly number[]
  readonly day: string
  readonly reference: string
}

/** CAS: group, reason, cents. */
export type PriorCas = readonly [group: string, reason: string, amount: number]

/** What a payer before this one decided: loops 2320 and 2330, and 2430 for each line. */
export interface PriorDecision {
  /** SBR01: P or S. */
  readonly order: string
  readonly relationship: string
  readonly groupNumber: string
  readonly filing: string
  readonly subscriber: Party
  readonly payer: Party
  readonly number: string
  readonly paid: number
  readonly left: number
  readonly day: string
  readonly cas: readonly PriorCas[]
  readonly lines: readonly PriorLine[]
}

export interface PriorLine {
  readonly payerId: string
  readonly paid: number
  readonly service: string
  readonly units: number
  readonly left: number
  readonly day: string
  readonly cas: readonly PriorCas[]
}

export interface SubmittedClaim {
  readonly control: string
  readonly total: number
  readonly place: string
  readonly frequency: string
  readonly original: string
  readonly authorization: string
  readonly patientPaid: number
  readonly filing: string
  /** SBR05: why another payer comes before Medicare. */
  readonly insuranceType: string
  readonly groupNumber: string
  /** '' when the subscriber is the patient. */
  readonly relationship: string
  readonly billing: Party & { readonly taxonomy: string; readonly taxQualifier: string; readonly taxId: string }
  readonly subscriber: Party
  readonly patient: Party | null
  readonly payer: Party
  readonly referring: Party | null
  readonly rendering: Party | null
  readonly renderingTaxonomy: string
  readonly supervising: Party | null
  readonly diagnoses: readonly string[]
  readonly lines: readonly ServiceLine[]
  /** SBR01: P, S or T. */
  readonly order: string
  /** Of each payer before this one, in their order. */
  readonly priors: readonly PriorDecision[]
}

/** IK3/IK4 of a 999: the position of a syntax error. */
export interface GrammarError {
  readonly tag: string
  readonly position: number
  readonly loop: string
  readonly element: number | null
  readonly code: string
}

export interface ClaimBatch {
  readonly reference: string
  readonly submitter: string
  readonly claims: readonly SubmittedClaim[]
  readonly errors: readonly GrammarError[]
}
