/**
 * A professional claim for a payer, with exactly the content of an 837P (005010X222A1). Money in integer cents, days as `YYYY-MM-DD`.
 * FHIR: Claim.
 */

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string

export interface PersonName {
  readonly last: string
  /** Null for people with only one name. */
  readonly first: string | null
  readonly middle: string | null
  readonly suffix: string | null
}

export interface PostalAddress {
  readonly line1: string
  readonly line2: string | null
  readonly city: string
  readonly state: string
  /** Five or nine digits, with or without the hyphen. The billing provider's must have nine. */
  readonly postalCode: string
}

export type ClaimGender = 'female' | 'male' | 'unknown'

export interface BillingProvider {
  readonly organizationName: string
  readonly npi: string
  /** NUCC taxonomy, ten characters. */
  readonly taxonomy: string
  readonly taxId: { readonly kind: 'ein' | 'ssn'; readonly number: string }
  /** A street address, never a post office box. */
  readonly address: PostalAddress
}

export interface NamedProvider {
  readonly name: PersonName
  readonly npi: string
}

interface RenderingProvider extends NamedProvider {
  readonly taxonomy: string
}

/** SBR09, the type of payer. MB Medicare part B, MC Medicaid, CI commercial, BL Blue plans, HM HMO, CH TRICARE, ZZ unknown. */
export type FilingIndicator = 'MB' | 'MC' | 'CI' | 'BL' | 'HM' | 'CH' | 'ZZ'

/**
 * SBR05, why another payer comes before Medicare: 12 working aged, 13 kidney failure, 14 no-fault insurance, 15 workers' compensation, 16 a
 * federal agency, 41 black lung, 42 veterans, 43 disability, 47 liability insurance.
 */
export type InsuranceType = '12' | '13' | '14' | '15' | '16' | '41' | '42' | '43' | '47'

export interface InsuredPerson {
  readonly name: PersonName
  readonly address: PostalAddress
  readonly birthDay: Day
  readonly gender: ClaimGender
}

interface Subscriber extends InsuredPerson {
  readonly memberId: string
  readonly groupNumber: string | null
}

/** The patient, if not the subscriber. */
export interface Dependent extends InsuredPerson {
  readonly relationship: 'spouse' | 'child' | 'other'
}

/** CLM05-3. A replacement or void names the payer's number of the original claim. */
export type ClaimFrequency = 'original' | 'replacement' | 'void'

/** 11 an office, 02 telehealth anywhere but at home, 10 telehealth at the patient's home. */
export type PlaceOfService = '02' | '10' | '11'

/** CAS: what a payer took off a charge, and who bears it. */
export interface PriorAdjustment {
  readonly group: 'CO' | 'PR' | 'OA' | 'PI' | 'CR'
  readonly reason: string
  readonly amountCents: number
}

/** What a payer decided about a claim. It adds up to the charge. */
export interface PayerDecision {
  /** REF*F8 of 2330B. */
  readonly payerClaimNumber: string | null
  readonly decidedOn: Day
  readonly paidCents: number
  /** Of the claim as a whole. */
  readonly adjustments: readonly PriorAdjustment[]
  /** In the order of the claim's lines. Null if the payer decided about the claim as a whole. */
  readonly lines: readonly PriorLine[] | null
}

/** What a payer before this one decided (loops 2320 and 2330; for each line 2430). */
export interface PriorDecision extends PayerDecision {
  readonly payer: { readonly id: string; readonly name: string; readonly filingIndicator: FilingIndicator }
  readonly subscriber: {
    readonly name: PersonName
    readonly address: PostalAddress
    readonly memberId: string
    readonly groupNumber: string | null
  }
  /** The patient's relationship to that subscriber. */
  readonly relationship: 'self' | Dependent['relationship']
}

export interface PriorLine {
  readonly paidCents: number
  readonly adjustments: readonly PriorAdjustment[]
}

export interface ClaimLine {
  /** Assigned by this server, unique within the claim, at most 30 characters. Returned in the remittance (REF*6R). */
  readonly controlNumber: string
  readonly serviceDay: Day
  /** A HCPCS level I or II code, five characters. */
  readonly serviceCode: string
  /** At most four, two characters each, in order of priority. */
  readonly modifiers: readonly string[]
  readonly chargeCents: number
  readonly units: number
  /** Null if it is that of the claim. */
  readonly placeOfService: PlaceOfService | null
  /** Positions in `diagnoses`, from 1; one to four, the primary one first. */
  readonly diagnosisPointers: readonly number[]
}

export interface Claim {
  /**
   * CLM01. Assigned by this server, permanently unique, at most 20 characters of A-Z 0-9 and `-`. Every response repeats it. Each
   * replacement or void has its own.
   */
  readonly controlNumber: string
  readonly frequency: ClaimFrequency
  /** REF*F8: the payer's number of the claim that this one replaces or voids. Null if and only if `original`. */
  readonly payerClaimNumber: string | null
  readonly payer: { readonly id: string; readonly name: string; readonly filingIndicator: FilingIndicator }
  readonly billingProvider: BillingProvider
  readonly renderingProvider: RenderingProvider
  readonly supervisingProvider: NamedProvider | null
  readonly referringProvider: NamedProvider | null
  readonly subscriber: Subscriber
  /** Null if the subscriber is the patient. */
  readonly dependent: Dependent | null
  readonly placeOfService: PlaceOfService
  readonly priorAuthorization: string | null
  /** ICD-10-CM, with or without the dot; one to twelve, the principal one first. */
  readonly diagnoses: readonly string[]
  /** One to fifty. */
  readonly lines: readonly ClaimLine[]
  /** The amount that the patient has paid so far (AMT*F5). */
  readonly patientPaidCents: number
  /** Present if and only if Medicare (MB) is not the first payer. */
  readonly insuranceType?: InsuranceType
  /** Present for a claim to a payer after the first: what each payer before it decided, in their order. */
  readonly priors?: readonly PriorDecision[]
}
