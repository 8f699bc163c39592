import type { components } from '@visitkit/contract'
import type { EstimateTrigger } from './estimate-clock.ts'
import type { Day } from './claim.ts'

type Answer = components['schemas']['Estimate']

export interface EstimateItem {
  readonly codeSystem: 'HCPCS' | 'CPT' | 'house'
  readonly code: string
  readonly units: number
  /** For all units. */
  readonly chargeCents: number
}

/** What of an estimate is PHI: sealed as one value. */
export interface EstimateDetails {
  readonly items: readonly EstimateItem[]
  readonly diagnosisCodes: readonly string[]
  /** The main service in plain words; 45 CFR 149.610(c)(1)(ii). */
  readonly service: readonly { readonly language: string; readonly text: string }[]
}

/** What care will cost somebody who pays themselves. FHIR names: Claim with use `predetermination` (Da Vinci PCT). */
export interface Estimate extends EstimateDetails {
  readonly id: string
  readonly patientId: string
  readonly appointmentId: string | null
  readonly practitionerId: string
  readonly status: Answer['status']
  readonly because: EstimateTrigger['kind']
  /** The first instant that is too late. */
  readonly dueBefore: Date
  readonly serviceOn: Day | null
  readonly issuedAt: Date | null
  /** A service that recurs may be covered for up to a year: 149.610(b)(1)(x). */
  readonly validUntil: Day | null
  readonly version: number
}

export const totalOf = ({ items }: Pick<Estimate, 'items'>): number =>
  items.reduce((sum, { chargeCents }) => sum + chargeCents, 0)
