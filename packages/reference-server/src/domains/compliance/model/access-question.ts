import type { components } from '@visitkit/contract'
import { alreadyAnswered, notAPrivacyOfficer, ownAccess, tooManyQuestions } from '../problems.ts'
import type { PrivacyPolicy } from './privacy-policy.ts'

type Schemas = components['schemas']

const day = 86_400_000

/** A patient asks about an access to their record. FHIR: Task. */
export interface AccessQuestion {
  readonly id: string
  readonly patientId: string
  readonly accessId: string
  readonly reason: Schemas['AccessQuestionReason']
  readonly status: Schemas['AccessQuestionStatus']
  readonly askedBy: string
  readonly askedAt: Date
  readonly dueAt: Date
  /** When it became overdue without an answer. */
  readonly escalatedAt: Date | null
  /** The privacy officer who works on it. */
  readonly assignedTo: string | null
  readonly outcome: Schemas['AccessQuestionOutcome'] | null
  readonly answeredBy: string | null
  readonly answeredAt: Date | null
  readonly version: number
}

/** Encrypted. */
export interface AccessQuestionContent {
  /** The patient's own words. */
  readonly text?: string | undefined
  readonly answer?: string | undefined
}

interface Asked extends Pick<AccessQuestion, 'id' | 'patientId' | 'accessId' | 'reason' | 'askedBy'> {
  readonly now: Date
  /** Questions of the patient that wait for an answer. */
  readonly open: number
}

/** Throws `too_many_questions`. */
export const askQuestion = (
  { now, open, ...asked }: Asked,
  { answerDays, maxOpen }: PrivacyPolicy['accessQuestions'],
): AccessQuestion => {
  if (open >= maxOpen) throw tooManyQuestions(maxOpen)
  return {
    ...asked,
    status: 'open',
    askedAt: now,
    dueAt: new Date(now.getTime() + answerDays * day),
    escalatedAt: null,
    assignedTo: null,
    outcome: null,
    answeredBy: null,
    answeredAt: null,
    version: 1,
  }
}

/** No one works on a question about their own access. Throws `already_answered`, `not_a_privacy_officer` and `own_access`. */
export const assignQuestion = (
  before: AccessQuestion,
  {
    memberId,
    mayAnswer,
    actorId,
  }: {
    readonly memberId: string
    readonly mayAnswer: boolean
    /** Who made the access; null when the ledger no longer has it. */
    readonly actorId: string | null
  },
): AccessQuestion => {
  if (before.status === 'answered') throw alreadyAnswered()
  if (!mayAnswer) throw notAPrivacyOfficer()
  if (memberId === actorId) throw ownAccess()
  return { ...before, status: 'assigned', assignedTo: memberId, version: before.version + 1 }
}

/** No one answers a question about their own access. Throws `already_answered` and `own_access`. */
export const answerQuestion = (
  before: AccessQuestion,
  {
    by,
    actorId,
    outcome,
    now,
  }: {
    readonly by: string
    /** Who made the access; null when the ledger no longer has it. */
    readonly actorId: string | null
    readonly outcome: Schemas['AccessQuestionOutcome']
    readonly now: Date
  },
): AccessQuestion => {
  if (before.status === 'answered') throw alreadyAnswered()
  if (by === actorId) throw ownAccess()
  return {
    ...before,
    status: 'answered',
    assignedTo: before.assignedTo ?? by,
    outcome,
    answeredBy: by,
    answeredAt: now,
    version: before.version + 1,
  }
}

/** The deadline passed without an answer. */
export const escalateQuestion = (before: AccessQuestion, now: Date): AccessQuestion => ({
  ...before,
  escalatedAt: now,
  version: before.version + 1,
})
