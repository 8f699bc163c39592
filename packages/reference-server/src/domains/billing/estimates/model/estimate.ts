import type { components } from '@visitkit/contract'
import type { EstimateTrigger } from './estimate-clock.ts'
import type { Day } from '../../kernel/model/claim.ts'
import { localDay } from '../../kernel/model/local-day.ts'

type EstimateSchema = components['schemas']['Estimate']

export interface EstimateItem {
  readonly codeSystem: 'HCPCS' | 'CPT' | 'local'
  readonly code: string
  readonly units: number
  /** For all units. */
  readonly chargeCents: number
}

/** The PHI of an estimate: encrypted as one value. */
export interface EstimateDetails {
  readonly items: readonly EstimateItem[]
  readonly diagnosisCodes: readonly string[]
  /** The main service in plain words; 45 CFR 149.610(c)(1)(ii). */
  readonly service: readonly { readonly language: string; readonly text: string }[]
}

/** Why the server cannot issue it automatically. */
export type EstimateGap = components['schemas']['EstimateGap']

/** The expected cost of care for a self-pay patient. FHIR: Claim with use `predetermination` (Da Vinci PCT). */
export interface Estimate extends EstimateDetails {
  readonly id: string
  readonly patientId: string
  readonly appointmentId: string | null
  readonly practitionerId: string
  readonly status: EstimateSchema['status']
  readonly reason: EstimateTrigger['kind']
  /** The first instant at which it is late. */
  readonly dueBefore: Date
  readonly serviceOn: Day | null
  readonly issuedAt: Date | null
  readonly issuedBy: 'server' | 'member' | null
  /** Empty once it is issued. */
  readonly missing: readonly EstimateGap[]
  /** The version of the fee schedule that was checked last; null if the server does not issue this estimate. */
  readonly feeVersion: number | null
  /** Recurring services may be covered for up to a year: 149.610(b)(1)(x). */
  readonly validUntil: Day | null
  readonly version: number
}

export const totalOf = ({ items }: Pick<Estimate, 'items'>): number =>
  items.reduce((sum, { chargeCents }) => sum + chargeCents, 0)

const blank = {
  status: 'due',
  issuedAt: null,
  issuedBy: null,
  missing: [],
  feeVersion: null,
  validUntil: null,
  version: 1,
  items: [],
  diagnosisCodes: [],
} as const

/** An estimate that is owed and has no content yet. */
export const newEstimate = (
  id: string,
  appointment: {
    readonly id: string
    readonly patientId: string
    readonly practitionerId: string
    readonly start: Date
    readonly type: { readonly name: Estimate['service'] }
  },
  reason: EstimateTrigger['kind'],
  dueBefore: Date,
  zone: string,
): Estimate => ({
  ...blank,
  id,
  patientId: appointment.patientId,
  appointmentId: appointment.id,
  practitionerId: appointment.practitionerId,
  reason,
  dueBefore,
  serviceOn: localDay(appointment.start, zone),
  service: appointment.type.name,
})

/** An estimate that was requested before anything was booked. */
export const estimateWithoutAppointment = (
  id: string,
  patientId: string,
  practitionerId: string,
  dueBefore: Date,
): Estimate => ({
  ...blank,
  id,
  patientId,
  appointmentId: null,
  practitionerId,
  reason: 'requested',
  dueBefore,
  serviceOn: null,
  service: [],
})
