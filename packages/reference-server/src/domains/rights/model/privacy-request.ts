import type { components } from '@visitkit/contract'
import type { CorrectionRecipient } from './correction-recipient.ts'
import {
  correctionMissing,
  disagreementRefused,
  extensionRefused,
  groundMissing,
  recordHeld,
  recordMustBeKept,
  requestAnswered,
  versionConflict,
} from '../problems.ts'

type Schemas = components['schemas']
export type PrivacyRequestKind = Schemas['PrivacyRequestKind']
export type PrivacyDenialGround = Schemas['PrivacyDenialGround']

/** The texts of a request, which are encrypted. */
export interface PrivacyRequestContent {
  readonly what: string
  readonly why: string | null
  readonly extensionReason: string | null
  readonly decisionText: string | null
  readonly disagreement: string | null
  /** Who wrote the disagreement. Null without one, and for one that was written before this was stored. */
  readonly disagreedByKind: PrivacyRequest['askedByKind'] | null
  readonly recipients: readonly CorrectionRecipient[]
}

export interface PrivacyRequest extends PrivacyRequestContent {
  readonly id: string
  readonly patientId: string
  readonly kind: PrivacyRequestKind
  readonly visitId: string | null
  readonly status: Schemas['PrivacyRequestStatus']
  readonly askedAt: Date
  readonly askedByKind: Schemas['PrivacyRequest']['askedByKind']
  readonly dueAt: Date
  readonly extendedAt: Date | null
  readonly decidedAt: Date | null
  readonly decidedById: string | null
  readonly ground: PrivacyDenialGround | null
  /** `2036-11-30`: of an erasure that was denied because the record has to be kept. */
  readonly keptUntil: string | null
  readonly disagreedAt: Date | null
  readonly version: number
}

const day = 86_400_000
/** 45 CFR 164.526(b)(2) and 164.524(b)(2). For a restriction and an erasure the law sets no time; it is the time of a copy. */
const daysToAnswer: Readonly<Record<PrivacyRequestKind, number>> = {
  correction: 60,
  restriction: 30,
  copy: 30,
  // House policy.
  erasure: 30,
}
/** One extension, for each kind. */
const daysOfExtension = 30

/** The grounds on which the law lets a clinic say no. */
export const groundsOf: Readonly<Record<PrivacyRequestKind, readonly PrivacyDenialGround[]>> = {
  correction: ['not-created-here', 'not-in-record', 'not-open-to-patient', 'accurate-and-complete'],
  restriction: ['not-agreed'],
  copy: ['not-in-record', 'psychotherapy-notes', 'legal-proceeding', 'endangers-life', 'confidential-source'],
  erasure: ['must-be-kept', 'legal-hold'],
}

/** Requests of one patient that may wait at once. */
export const maxOpen = 20

export const ask = (
  asked: Pick<PrivacyRequest, 'id' | 'patientId' | 'kind' | 'visitId' | 'what' | 'why' | 'askedByKind'>,
  now: Date,
): PrivacyRequest => ({
  ...asked,
  status: 'waiting',
  askedAt: now,
  dueAt: new Date(now.getTime() + daysToAnswer[asked.kind] * day),
  extendedAt: null,
  extensionReason: null,
  decidedAt: null,
  decidedById: null,
  ground: null,
  keptUntil: null,
  decisionText: null,
  disagreedAt: null,
  disagreement: null,
  disagreedByKind: null,
  recipients: [],
  version: 1,
})

/** Whether the patient wrote it, or a person who may act for them. */
export const writtenBy = (
  { kind, personId }: { readonly kind: string; readonly personId: string },
  patientId: string,
): PrivacyRequest['askedByKind'] => (kind === 'proxy' || personId !== patientId ? 'proxy' : 'patient')

const requireVersion = ({ version }: PrivacyRequest, seen: number): void => {
  if (version !== seen) throw versionConflict()
}

const requireWaiting = ({ status }: PrivacyRequest): void => {
  if (status !== 'waiting') throw requestAnswered()
}

export interface Decision {
  readonly decision: 'accepted' | 'denied'
  readonly ground?: PrivacyDenialGround | undefined
  readonly text: string
  readonly version: number
}

/** How long a record has to be kept. Of a request for its erasure. */
export interface RecordTime {
  /** The last day: `2036-11-30`. */
  readonly keptUntil: string
  readonly isOver: boolean
  readonly isHeld: boolean
}

export interface DecisionFacts {
  /** When the newest addendum of the note was signed; null without one. */
  readonly correctedAt: Date | null
  /** Null for other requests than for an erasure. */
  readonly recordTime: RecordTime | null
}

/** A ground fits an erasure only while it is true: what is past its time need not be kept, and a hold is in force. */
const fittingGrounds = ({ kind }: PrivacyRequest, time: RecordTime | null): readonly PrivacyDenialGround[] =>
  groundsOf[kind].filter(
    (each) => time === null || (each === 'must-be-kept' && !time.isOver) || (each === 'legal-hold' && time.isHeld),
  )

/** Throws why the record cannot be erased. */
const requireErasable = ({ isHeld, isOver, keptUntil }: RecordTime): void => {
  if (isHeld) throw recordHeld()
  if (!isOver) throw recordMustBeKept(keptUntil)
}

export const decide = (
  before: PrivacyRequest,
  { decision, ground, text, version }: Decision,
  { correctedAt, recordTime }: DecisionFacts,
  byId: string,
  now: Date,
): PrivacyRequest => {
  requireVersion(before, version)
  requireWaiting(before)
  if (decision === 'accepted' && recordTime !== null) requireErasable(recordTime)
  const grounds = fittingGrounds(before, recordTime)
  const { kind, visitId, askedAt } = before
  if (decision === 'denied' && (ground === undefined || !grounds.includes(ground))) throw groundMissing(grounds)
  const isCorrected = correctedAt !== null && correctedAt > askedAt
  if (decision === 'accepted' && kind === 'correction' && visitId !== null && !isCorrected) throw correctionMissing()
  return {
    ...before,
    status: decision,
    decidedAt: now,
    decidedById: byId,
    ground: decision === 'denied' ? (ground ?? null) : null,
    keptUntil: decision === 'denied' && ground === 'must-be-kept' ? (recordTime?.keptUntil ?? null) : null,
    decisionText: text,
    version: version + 1,
  }
}

/** Once, and only before the time is over. */
export const extend = (
  before: PrivacyRequest,
  { reason, version }: { readonly reason: string; readonly version: number },
  now: Date,
): PrivacyRequest => {
  requireVersion(before, version)
  requireWaiting(before)
  if (before.extendedAt !== null || now > before.dueAt) throw extensionRefused()
  return {
    ...before,
    dueAt: new Date(before.dueAt.getTime() + daysOfExtension * day),
    extendedAt: now,
    extensionReason: reason,
    version: version + 1,
  }
}

export const disagree = (
  before: PrivacyRequest,
  { text, version }: { readonly text: string; readonly version: number },
  byKind: PrivacyRequest['askedByKind'],
  now: Date,
): PrivacyRequest => {
  requireVersion(before, version)
  if (before.kind !== 'correction' || before.status !== 'denied' || before.disagreedAt !== null)
    throw disagreementRefused()
  return { ...before, disagreedAt: now, disagreement: text, disagreedByKind: byKind, version: version + 1 }
}
