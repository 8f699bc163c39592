import { hoursAfter, type PrescribingPolicy } from '../../kernel/model/prescribing-policy.ts'
import {
  over,
  takenUntil,
  type Attention,
  type HistoryEntry,
  type PrescriptionFacts,
  type PrescriptionStatus,
} from '../../kernel/model/prescription.ts'

/** An update about a prescription, or the absence of one. */
export type PharmacyStatusUpdate =
  /** The network's immediate response. */
  | { readonly kind: 'taken'; readonly delivered: boolean; readonly code: string }
  | { readonly kind: 'refused'; readonly by: 'network' | 'pharmacy'; readonly code: string; readonly text?: string }
  /** The network did not respond until the transmission was given up. */
  | { readonly kind: 'unanswered'; readonly code: string }
  /** The pharmacy has received it. */
  | { readonly kind: 'verified'; readonly code: string }
  | {
      readonly kind: 'filled'
      readonly fill: 'Dispensed' | 'PartiallyDispensed' | 'NotDispensed' | 'Transferred'
      /** When the pharmacy sent it. */
      readonly at: Date
      readonly code?: string
      readonly text?: string
    }
  /** The cancellation request was received; nothing is decided. */
  | { readonly kind: 'cancel-received'; readonly by: 'network' | 'pharmacy'; readonly code: string }
  | {
      readonly kind: 'cancel-answered'
      readonly by: 'network' | 'pharmacy'
      readonly approved: boolean
      readonly code?: string
      readonly text?: string
    }
  /** The prescriber's response to a request did not reach the pharmacy. */
  | {
      readonly kind: 'answer-lost'
      readonly by: 'network' | 'pharmacy' | 'server'
      readonly code: string
      readonly text?: string
    }
  /** No response arrived in time. */
  | { readonly kind: 'silent' }

export interface PrescriptionStep {
  readonly after: PrescriptionFacts
  readonly entry: HistoryEntry
}

/** In transmission or at the pharmacy, and nothing has been dispensed. */
const pending: readonly PrescriptionStatus[] = ['sending', 'sent', 'accepted', 'undelivered']

const withPharmacy: readonly PrescriptionStatus[] = ['accepted', 'dispensed', 'partially-dispensed', 'not-dispensed']

/** Whether the pharmacy has confirmed that it has it, whatever it did with it. */
export const isAtPharmacy = ({ beforeCancel, status }: Pick<PrescriptionFacts, 'beforeCancel' | 'status'>): boolean =>
  withPharmacy.includes(beforeCancel ?? status)

const fillStatus = {
  Dispensed: 'dispensed',
  PartiallyDispensed: 'partially-dispensed',
  NotDispensed: 'not-dispensed',
} as const satisfies Record<string, PrescriptionStatus>

/**
 * The prescription after an update. Messages arrive late, twice and in any order, so each is compared with what is known: a receipt after
 * the fill changes nothing, and a fill after the cancellation is for a person. While a cancellation is requested, the status stays so until
 * the pharmacy responds; `beforeCancel` follows the other updates. Null if the update adds nothing.
 */
export const handlePharmacyMessage = (
  before: PrescriptionFacts,
  update: PharmacyStatusUpdate,
  { silence }: Pick<PrescribingPolicy, 'silence'>,
  now: Date,
): PrescriptionStep | null => {
  const base = before.beforeCancel ?? before.status
  const isCancelling = before.status === 'cancel-requested'
  const recorded = (
    change: Partial<PrescriptionFacts>,
    entry: Omit<HistoryEntry, 'at' | 'status'>,
  ): PrescriptionStep => {
    const changed = { ...before, ...change, version: before.version + 1 }
    const answerDueAt = over.includes(changed.status) ? null : changed.answerDueAt
    const after = { ...changed, answerDueAt, supplyEndsAt: takenUntil(changed) }
    return { after, entry: { at: now, status: after.status, ...entry } }
  }
  /** Changes the status that it has apart from a cancellation. */
  const movedTo = (status: PrescriptionStatus, more: Partial<PrescriptionFacts> = {}): Partial<PrescriptionFacts> =>
    isCancelling
      ? { beforeCancel: status, ...more, answerDueAt: before.answerDueAt, attention: before.attention }
      : { status, answerDueAt: null, attention: withoutSilence(before.attention), ...more }
  const unexpected = (entry: Omit<HistoryEntry, 'at' | 'status'>): PrescriptionStep =>
    recorded({ attention: 'unexpected-response' }, entry)

  switch (update.kind) {
    case 'taken': {
      const { delivered, code } = update
      if (delivered ? !isAwaited(base) : base !== 'sending') return null
      const due = hoursAfter(now, silence.pharmacyExpectedWithinHours)
      return recorded(delivered ? movedTo('accepted') : movedTo('sent', { answerDueAt: due }), { by: 'network', code })
    }
    case 'verified':
      if (base === 'refused') return unexpected({ by: 'pharmacy', code: update.code })
      return isAwaited(base) ? recorded(movedTo('accepted'), { by: 'pharmacy', code: update.code }) : null
    case 'refused': {
      const entry = { by: update.by, code: update.code, ...(update.text !== undefined && { text: update.text }) }
      // It will not be filled, so there is nothing left to cancel.
      if (pending.includes(base)) return recorded({ status: 'refused', beforeCancel: null, attention: null }, entry)
      return unexpected(entry)
    }
    case 'unanswered':
      if (base !== 'sending') return null
      return recorded(movedTo('undelivered', { attention: 'undelivered' }), { by: 'server', code: update.code })
    case 'silent':
      if (isCancelling)
        return recorded({ attention: 'undelivered', answerDueAt: null }, { by: 'server', code: 'no-answer-to-cancel' })
      if (before.status !== 'sent') return null
      return recorded(movedTo('undelivered', { attention: 'undelivered' }), { by: 'server', code: 'no-answer' })
    case 'filled':
      return filled(before, base, update, { recorded, movedTo, unexpected })
    case 'cancel-received':
      return recorded({}, { by: update.by, code: update.code })
    case 'answer-lost': {
      const { kind: _, ...entry } = update
      return unexpected(entry)
    }
    case 'cancel-answered': {
      const { approved } = update
      const entry = {
        by: update.by,
        code: update.code ?? (approved ? 'approved' : 'denied'),
        ...(update.text !== undefined && { text: update.text }),
      } as const
      if (!isCancelling) {
        if (before.status === 'refused' || (before.status === 'cancelled' && approved)) return null
        return unexpected(entry)
      }
      if (!approved)
        return recorded(
          { status: base, beforeCancel: null, answerDueAt: null, attention: withoutSilence(before.attention) },
          entry,
        )
      const filledAfterRequest =
        before.filledAt !== null && before.cancelRequestedAt !== null && before.filledAt >= before.cancelRequestedAt
      const attention = filledAfterRequest ? 'filled-after-cancel' : withoutSilence(before.attention)
      return recorded({ status: 'cancelled', beforeCancel: null, attention }, entry)
    }
  }
}

const isAwaited = (status: PrescriptionStatus): boolean =>
  status === 'sending' || status === 'sent' || status === 'undelivered'

/** A response ends the alert about a missing response. */
const withoutSilence = (attention: Attention | null): Attention | null =>
  attention === 'undelivered' ? null : attention

interface StepBuilders {
  recorded(change: Partial<PrescriptionFacts>, entry: Omit<HistoryEntry, 'at' | 'status'>): PrescriptionStep
  movedTo(status: PrescriptionStatus, more?: Partial<PrescriptionFacts>): Partial<PrescriptionFacts>
  unexpected(entry: Omit<HistoryEntry, 'at' | 'status'>): PrescriptionStep
}

const filled = (
  before: PrescriptionFacts,
  base: PrescriptionStatus,
  update: Extract<PharmacyStatusUpdate, { kind: 'filled' }>,
  { recorded, movedTo, unexpected }: StepBuilders,
): PrescriptionStep => {
  const entry = {
    by: 'pharmacy',
    code: update.code ?? update.fill.toLowerCase(),
    ...(update.text !== undefined && { text: update.text }),
  } as const
  const isHandedOut = update.fill === 'Dispensed' || update.fill === 'PartiallyDispensed'
  const fills = before.fills + (update.fill === 'Dispensed' ? 1 : 0)
  const handedOut = isHandedOut ? { fills, handedOutAt: latest(before.handedOutAt, update.at) } : {}
  if (over.includes(base)) {
    if (!isHandedOut) return base === 'cancelled' ? recorded({}, entry) : unexpected(entry)
    return recorded(
      { attention: base === 'cancelled' ? 'filled-after-cancel' : 'unexpected-response', ...handedOut },
      entry,
    )
  }
  // Late report: counted, but a report of a later time stays in force.
  if (before.filledAt !== null && update.at < before.filledAt) return recorded(handedOut, entry)
  // Another pharmacy has it now, and has not filled anything yet.
  if (update.fill === 'Transferred') return recorded(movedTo(pending.includes(base) ? 'accepted' : base), entry)
  return recorded(movedTo(fillStatus[update.fill], { ...handedOut, filledAt: update.at }), entry)
}

const latest = (one: Date | null, other: Date): Date => (one !== null && one > other ? one : other)
