import { hoursAfter, type PrescribingPolicy } from '../../kernel/model/prescribing-policy.ts'
import {
  over,
  takenUntil,
  type Attention,
  type HistoryEntry,
  type PrescriptionFacts,
  type PrescriptionStatus,
} from '../../kernel/model/prescription.ts'

/** What somebody said about a prescription, or did not say. */
export type PharmacyStatusUpdate =
  /** The network, at once. */
  | { readonly kind: 'taken'; readonly delivered: boolean; readonly code: string }
  | { readonly kind: 'refused'; readonly by: 'network' | 'pharmacy'; readonly code: string; readonly text?: string }
  /** The network never answered, until it was given up. */
  | { readonly kind: 'unanswered'; readonly code: string }
  /** The pharmacy has it. */
  | { readonly kind: 'verified'; readonly code: string }
  | {
      readonly kind: 'filled'
      readonly fill: 'Dispensed' | 'PartiallyDispensed' | 'NotDispensed' | 'Transferred'
      /** When the pharmacy said it. */
      readonly at: Date
      readonly code?: string
      readonly text?: string
    }
  /** The request to cancel has arrived; nothing is decided. */
  | { readonly kind: 'cancel-received'; readonly by: 'network' | 'pharmacy'; readonly code: string }
  | {
      readonly kind: 'cancel-answered'
      readonly by: 'network' | 'pharmacy'
      readonly approved: boolean
      readonly code?: string
      readonly text?: string
    }
  /** What the prescriber answered to a request did not reach the pharmacy. */
  | {
      readonly kind: 'answer-lost'
      readonly by: 'network' | 'pharmacy' | 'server'
      readonly code: string
      readonly text?: string
    }
  /** Nobody answered by the time at which they should have. */
  | { readonly kind: 'silent' }

export interface PrescriptionStep {
  readonly after: PrescriptionFacts
  readonly entry: HistoryEntry
}

/** On its way or with the pharmacy, and nothing has been handed out. */
const pending: readonly PrescriptionStatus[] = ['sending', 'sent', 'accepted', 'undelivered']

const withPharmacy: readonly PrescriptionStatus[] = ['accepted', 'dispensed', 'partially-dispensed', 'not-dispensed']

/** Whether the pharmacy has said that it has it, whatever it has done with it. */
export const isAtPharmacy = ({ beforeCancel, status }: Pick<PrescriptionFacts, 'beforeCancel' | 'status'>): boolean =>
  withPharmacy.includes(beforeCancel ?? status)

const fillStatus = {
  Dispensed: 'dispensed',
  PartiallyDispensed: 'partially-dispensed',
  NotDispensed: 'not-dispensed',
} as const satisfies Record<string, PrescriptionStatus>

/**
 * What a prescription is after something was said about it. Messages come late, twice and in any order, so each is weighed against what
 * is known: a receipt after the fill changes nothing, a fill after the cancellation is for a person to sort out. While a cancellation is
 * asked for, the status stays so until the pharmacy answers; what it would be otherwise goes on beneath. Null when there is nothing new.
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
  /** Changes what it is apart from a cancellation. */
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
      // Nobody will fill it, so there is nothing left to cancel either.
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
      const filledMeanwhile =
        before.filledAt !== null && before.cancelRequestedAt !== null && before.filledAt >= before.cancelRequestedAt
      const attention = filledMeanwhile ? 'filled-after-cancel' : withoutSilence(before.attention)
      return recorded({ status: 'cancelled', beforeCancel: null, attention }, entry)
    }
  }
}

const isAwaited = (status: PrescriptionStatus): boolean =>
  status === 'sending' || status === 'sent' || status === 'undelivered'

/** Anyone who answered is not silent any more. */
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
  // Told late: counted, but what was told of a later moment stands.
  if (before.filledAt !== null && update.at < before.filledAt) return recorded(handedOut, entry)
  // Another pharmacy has it now, and has filled nothing yet.
  if (update.fill === 'Transferred') return recorded(movedTo(pending.includes(base) ? 'accepted' : base), entry)
  return recorded(movedTo(fillStatus[update.fill], { ...handedOut, filledAt: update.at }), entry)
}

const latest = (one: Date | null, other: Date): Date => (one !== null && one > other ? one : other)
