/**
 * A professional claim as it goes to a payer: what an 837P (005010X222A1) says and nothing else. Money is integer cents, days are
 * `YYYY-MM-DD`. FHIR: Claim.
 */

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string

export interface PersonName {
  readonly last: string
  /** Null for people who have one name only. */
  readonly first: string | null
  readonly middle: string | null
  readonly suffix: string | null
}

export interface PostalAddress {
  readonly line1: string
  readonly line2: string | null
  readonly city: string
  readonly state: string
  /** Five or nine digits, with or without the hyphen. The billing provider's needs nine. */
  readonly postalCode: string
}

export type ClaimGender = 'female' | 'male' | 'unknown'

export interface BillingProvider {
  readonly organizationName: string
  readonly npi: string
  /** NUCC taxonomy, ten characters. */
  readonly taxonomy: string
  readonly taxId: { readonly kind: 'ein' | 'ssn'; readonly number: string }
  /** A street, never a post-office box. */
  readonly address: PostalAddress
}

export interface NamedProvider {
  readonly name: PersonName
  readonly npi: string
}

interface RenderingProvider extends NamedProvider {
  readonly taxonomy: string
}

/** SBR09: what kind of payer. MB Medicare part B, MC Medicaid, CI commercial, BL Blue plans, HM HMO, CH TRICARE, ZZ unknown. */
export type FilingIndicator = 'MB' | 'MC' | 'CI' | 'BL' | 'HM' | 'CH' | 'ZZ'

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

/** Who was treated, when that is not the subscriber. */
export interface Dependent extends InsuredPerson {
  readonly relationship: 'spouse' | 'child' | 'other'
}

/** CLM05-3. A replacement or void names the payer's own number of the claim it stands for. */
export type ClaimFrequency = 'original' | 'replacement' | 'void'

/** 11 an office, 02 telehealth anywhere but at home, 10 telehealth at the patient's home. */
export type PlaceOfService = '02' | '10' | '11'

export interface ClaimLine {
  /** Ours, unique within the claim, at most 30 characters. Comes back in the remittance (REF*6R). */
  readonly controlNumber: string
  readonly serviceDay: Day
  /** A HCPCS level I or II code, five characters. */
  readonly serviceCode: string
  /** At most four, two characters each, in the order of weight. */
  readonly modifiers: readonly string[]
  readonly chargeCents: number
  readonly units: number
  /** Null when it is the claim's. */
  readonly placeOfService: PlaceOfService | null
  /** Places in `diagnoses`, from 1; one to four, the first is what the service was for. */
  readonly diagnosisPointers: readonly number[]
}

export interface Claim {
  /** CLM01. Ours, unique for ever, at most 20 characters of A-Z 0-9 and `-`; every answer repeats it. Every frequency of a claim has its own. */
  readonly controlNumber: string
  readonly frequency: ClaimFrequency
  /** REF*F8: the payer's number of the claim that this one replaces or voids. Null exactly when `original`. */
  readonly payerClaimNumber: string | null
  readonly payer: { readonly id: string; readonly name: string; readonly filingIndicator: FilingIndicator }
  readonly billingProvider: BillingProvider
  readonly renderingProvider: RenderingProvider
  readonly supervisingProvider: NamedProvider | null
  readonly referringProvider: NamedProvider | null
  readonly subscriber: Subscriber
  /** Null when the subscriber is the patient. */
  readonly dependent: Dependent | null
  readonly placeOfService: PlaceOfService
  readonly priorAuthorization: string | null
  /** ICD-10-CM, with or without the dot; one to twelve, the principal one first. */
  readonly diagnoses: readonly string[]
  /** One to fifty. */
  readonly lines: readonly ClaimLine[]
  /** What the patient has paid so far (AMT*F5). */
  readonly patientPaidCents: number
}
