import type { Day } from '../../kernel/model/claim.ts'

/** What the visit and its signed note prove. A claim is validated against these facts and cannot contradict them. */
export interface VisitFacts {
  readonly visitId: string
  readonly modality: 'video' | 'audio' | 'in-person'
  readonly outcome: 'completed' | 'patient-left' | 'technical-failure' | 'emergency' | null
  /** The local date of the visit's start in the organization's time zone. */
  readonly serviceDay: Day
  /** The patient's reported location; null if it was not asked. */
  readonly location: { readonly state: string; readonly kind: 'home' | 'other' } | null
  readonly practitioner: {
    readonly npi: string
    /** `to` is the last day; null if open-ended. */
    readonly licenses: readonly { readonly state: string; readonly from: Day; readonly to: Day | null }[]
  }
  /** Consent to telehealth treatment at the visit's start. */
  readonly consent: 'granted' | 'missing'
  /** 45 CFR 164.522(a)(1)(vi): paid in full out of pocket, and the patient asked not to disclose it to the health plan. */
  readonly restricted: boolean
  /** The charge capture of the signed note; null without a signed note. */
  readonly note: {
    /** ICD-10-CM, with or without the dot. */
    readonly diagnoses: readonly string[]
    readonly services: readonly NotedService[]
  } | null
}

export interface NotedService {
  /** A house code is internal: no payer knows it. */
  readonly codeSystem: 'HCPCS' | 'CPT' | 'local'
  readonly code: string
  readonly units: number
  /** Why there was no video, as documented by the practitioner; null if undocumented. */
  readonly audioOnlyReason: 'patient-choice' | 'no-device' | 'no-connection' | null
}
