import type { Day } from '../../kernel/model/claim.ts'

/** What the visit and its signed note prove. A claim is held against these and cannot say otherwise. */
export interface VisitFacts {
  readonly visitId: string
  readonly modality: 'video' | 'audio' | 'in-person'
  readonly outcome: 'completed' | 'patient-left' | 'technical-failure' | 'emergency' | null
  /** The day of the visit's start on the clinic's calendar (the organization's zone). */
  readonly serviceDay: Day
  /** Where the patient said they were; null when nobody was asked. */
  readonly location: { readonly state: string; readonly kind: 'home' | 'other' } | null
  readonly practitioner: {
    readonly npi: string
    /** `to` is the last day; null while open-ended. */
    readonly licenses: readonly { readonly state: string; readonly from: Day; readonly to: Day | null }[]
  }
  /** Consent to telehealth treatment at the visit's start. */
  readonly consent: 'granted' | 'missing'
  /** 45 CFR 164.522(a)(1)(vi): paid in full out of pocket and asked not to tell the health plan. */
  readonly restricted: boolean
  /** The signed note's charge capture; null while there is no signed note. */
  readonly note: {
    /** ICD-10-CM, with or without the dot. */
    readonly diagnoses: readonly string[]
    readonly services: readonly NotedService[]
  } | null
}

export interface NotedService {
  /** A house code means something here only: no payer knows it. */
  readonly codeSystem: 'HCPCS' | 'CPT' | 'local'
  readonly code: string
  readonly units: number
  /** Why there was no picture, as the practitioner documented it; null when undocumented. */
  readonly audioOnlyReason: 'patient-choice' | 'no-device' | 'no-connection' | null
}
