/** The right to practice in one state. */
export interface License {
  /** Two letters. */
  readonly state: string
  /** A privilege of a compact holds no longer than the longest full license, in any state, that it rests on. */
  readonly kind: 'full' | 'compact'
  readonly status: 'active' | 'suspended'
  /** `YYYY-MM-DD`: the last day on which it holds, in the practitioner's zone. */
  readonly expiresOn: string
}

/** What of a practitioner decides whether they can be booked. The contract's Practitioner is one of these. */
export interface PractitionerFacts {
  readonly id: string
  readonly specialties: readonly string[]
  /** BCP 47 tags. */
  readonly languages: readonly string[]
  /** IANA zone. */
  readonly zone: string
  readonly licenses: readonly License[]
  readonly active: boolean
}

/** What of a patient decides whom they can see. */
export interface PatientFacts {
  /** `YYYY-MM-DD` */
  readonly birthDate: string
  /** IANA zone in which the patient's birthday begins. */
  readonly zone: string
}
