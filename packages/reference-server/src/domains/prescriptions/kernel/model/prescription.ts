import type { components } from '@visitkit/contract'
import type { Medication, TermType } from './medication-pack.ts'

type Schemas = components['schemas']
export type PrescriptionStatus = Schemas['PrescriptionStatus']
export type Directions = Schemas['Directions']
export type Alert = Schemas['PrescriptionAlert']
export type Pharmacy = Schemas['Pharmacy']
export type LocalizedText = Schemas['LocalizedText']
export type Acknowledged = Schemas['Prescription']['acknowledgments'][number]
export type Attention = NonNullable<Schemas['Prescription']['needsAttention']>

/** The part of a prescription that is not PHI, which is enough for timers, lists and pharmacy messages. */
export interface PrescriptionFacts {
  readonly id: string
  readonly patientId: string
  readonly visitId: string | null
  /** If it names no visit: the visit that it continues. It decides whether 42 CFR part 2 protects it. */
  readonly continuedVisitId: string | null
  readonly practitionerId: string
  readonly status: PrescriptionStatus
  readonly pharmacyId: string | null
  readonly quantity: number
  readonly daysSupply: number
  readonly refills: number
  readonly substitutionAllowed: boolean
  /** The prescription that this one renews or replaces. */
  readonly follows: string | null
  /** Whether it replaces that one once the pharmacy has it. */
  readonly replaces: boolean
  /** The message that delivered it to the pharmacy. */
  readonly sentAs: string | null
  /** Complete fills that the pharmacy reported. */
  readonly fills: number
  /** The time of the latest fill report. An older report that arrives later changes nothing. */
  readonly filledAt: Date | null
  /** The time of the latest fill that the pharmacy reported. */
  readonly handedOutAt: Date | null
  /** The status without the requested cancellation. */
  readonly beforeCancel: PrescriptionStatus | null
  readonly cancelRequestedAt: Date | null
  readonly attention: Attention | null
  /** When a response is overdue. */
  readonly answerDueAt: Date | null
  /** The end of the supply; null if the patient does not take it. */
  readonly supplyEndsAt: Date | null
  readonly signedAt: Date | null
  readonly createdAt: Date
  readonly version: number
}

/** The encrypted part of a prescription. */
export interface PrescriptionContent {
  readonly medication: Medication
  readonly termType: TermType
  readonly directions: Directions
  readonly directionsText: readonly LocalizedText[]
  readonly diagnosisCode?: string
  readonly noteToPharmacist?: string
  readonly pharmacy: Pharmacy | null
  readonly alerts: readonly Alert[]
  readonly acknowledgments: readonly Acknowledged[]
}

export interface Prescription extends PrescriptionFacts {
  readonly content: PrescriptionContent
}

/** One entry of a prescription's history. `text` was written by a partner: PHI. */
export interface HistoryEntry {
  readonly at: Date
  readonly status: PrescriptionStatus
  readonly by: Schemas['PrescriptionEvent']['by']
  readonly code?: string
  readonly text?: string
}

/** Refills that the pharmacy can still dispense. */
export const refillsLeft = ({ refills, fills }: Pick<PrescriptionFacts, 'refills' | 'fills'>): number =>
  Math.max(0, refills - Math.max(0, fills - 1))

/** Statuses in which it must not be filled any more. */
export const over: readonly PrescriptionStatus[] = ['refused', 'cancelled', 'replaced']

/**
 * The end of the supply. A dispensed supply counts from its day on, even if it should not have been dispensed, because the patient has it;
 * remaining refills are added. Before the first fill, a signed prescription counts from its signature on. Null if the patient does not take
 * it.
 */
export const takenUntil = (facts: PrescriptionFacts): Date | null => {
  const { status, beforeCancel, handedOutAt, signedAt, daysSupply, refills } = facts
  const base = beforeCancel ?? status
  const isOver = over.includes(base)
  if (handedOutAt !== null) return daysAfter(handedOutAt, daysSupply * (1 + (isOver ? 0 : refillsLeft(facts))))
  if (isOver || base === 'not-dispensed' || signedAt === null) return null
  return daysAfter(signedAt, daysSupply * (1 + refills))
}

const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * 24 * 3_600_000)

/** The state of a new draft. */
export const unsent = {
  replaces: false,
  sentAs: null,
  fills: 0,
  filledAt: null,
  handedOutAt: null,
  beforeCancel: null,
  cancelRequestedAt: null,
  attention: null,
  answerDueAt: null,
  supplyEndsAt: null,
  signedAt: null,
} as const satisfies Partial<PrescriptionFacts>
