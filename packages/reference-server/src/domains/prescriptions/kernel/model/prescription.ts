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

/** What is not PHI of a prescription: timers, lists and the pharmacy's answers need no more. */
export interface PrescriptionFacts {
  readonly id: string
  readonly patientId: string
  readonly visitId: string | null
  readonly practitionerId: string
  readonly status: PrescriptionStatus
  readonly pharmacyId: string | null
  readonly quantity: number
  readonly daysSupply: number
  readonly refills: number
  readonly substitutionAllowed: boolean
  /** The prescription that this one renews or replaces. */
  readonly follows: string | null
  /** Whether it takes the place of that one, once the pharmacy has it. */
  readonly replaces: boolean
  /** The message that brought it to the pharmacy. */
  readonly sentAs: string | null
  /** Whole fills that the pharmacy told of. */
  readonly fills: number
  /** Of which moment the pharmacy told last what it did or did not hand out: what is told late changes nothing that came after. */
  readonly filledAt: Date | null
  /** When something was handed out last, as far as the pharmacy told. */
  readonly handedOutAt: Date | null
  /** What it is apart from the cancellation that is asked for. */
  readonly beforeCancel: PrescriptionStatus | null
  readonly cancelRequestedAt: Date | null
  readonly attention: Attention | null
  /** When somebody should have answered. */
  readonly answerDueAt: Date | null
  /** Until then the patient takes it; null for what is not taken. */
  readonly supplyEndsAt: Date | null
  readonly signedAt: Date | null
  readonly createdAt: Date
  readonly version: number
}

/** What is sealed. */
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

/** One line of a prescription's history. `text` is what a partner wrote: PHI. */
export interface HistoryEntry {
  readonly at: Date
  readonly status: PrescriptionStatus
  readonly by: Schemas['PrescriptionEvent']['by']
  readonly code?: string
  readonly text?: string
}

/** Refills that the pharmacy may still hand out. */
export const refillsLeft = ({ refills, fills }: Pick<PrescriptionFacts, 'refills' | 'fills'>): number =>
  Math.max(0, refills - Math.max(0, fills - 1))

/** Nobody should fill it any more. */
export const over: readonly PrescriptionStatus[] = ['refused', 'cancelled', 'replaced']

/**
 * Until when the patient takes it. What was handed out lasts from that day on, also when nobody should have: it is in the house. With it
 * counts what may still be handed out. Before that, what is signed is taken from the signature on. Null for what nobody takes.
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

/** What a draft is before anything happened to it. */
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
