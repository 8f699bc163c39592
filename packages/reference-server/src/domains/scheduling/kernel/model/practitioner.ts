/** A license to practice in one state. */
export interface License {
  /** Two letters. */
  readonly state: string
  /** A compact privilege is valid no longer than the longest full license, in any state, on which it is based. */
  readonly kind: 'full' | 'compact'
  readonly status: 'active' | 'suspended'
  /** `YYYY-MM-DD`: the last valid day, in the state's zone. */
  readonly expiresOn: string
}

/** The properties of a practitioner that decide whether they can be booked. The contract's Practitioner satisfies it. */
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

/** The properties of a patient that decide whom they can see. */
export interface PatientFacts {
  /** `YYYY-MM-DD` */
  readonly birthDate: string
  /** IANA zone in which the patient's birthday begins. */
  readonly zone: string
}
