import type { Change } from '../../../platform/contracts/change.ts'
import type { DecideContext, ReadContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { deliveryChanged, partnerMessageHeld } from '../events.ts'
import { advance, type Delivery } from '../model/delivery.ts'
import {
  mostUnknown,
  type MessageEffect,
  type PartnerHoldReason,
  type PartnerMessageKind,
  type ReceivedMessage,
} from '../model/partner-message.ts'
import { replaceDelivery } from '../store/deliveries.ts'
import { countHeldOf, insertAppliedMessage, insertHeldMessage, isFailureHeld } from '../store/partner-messages.ts'

type ReportKind = Extract<PartnerMessageKind, 'text-report' | 'mail-report'>

/** How a notice ended, by a report. */
export interface Outcome {
  readonly status: 'delivered' | 'failed'
  readonly code: string | null
}

/** It waits for a person. */
export interface ForPerson {
  readonly concerns: 'person'
  readonly kind: PartnerMessageKind
  readonly reason: PartnerHoldReason
  readonly urgent: boolean
  readonly patientId: string | null
  readonly numberIndex: Uint8Array | null
  readonly deliveryId?: string | null
  readonly dueAt?: Date | null
}

export type LoadedReport =
  /** It was received before. */
  | { readonly concerns: 'nothing' }
  /** A state on the way. */
  | { readonly concerns: 'progress'; readonly kind: PartnerMessageKind; readonly delivery: Delivery | null }
  | {
      readonly concerns: 'delivery'
      readonly kind: ReportKind
      readonly delivery: Delivery
      readonly outcome: Outcome
      /** A person has been asked already why notices of this channel do not arrive. */
      readonly isFailureHeld: boolean
    }
  | ForPerson

export const nothing = { concerns: 'nothing' } as const
export const forPerson = (
  kind: PartnerMessageKind,
  reason: PartnerHoldReason,
  more: Partial<ForPerson> = {},
): ForPerson => ({ concerns: 'person', urgent: false, patientId: null, numberIndex: null, kind, reason, ...more })

/** About a notice of this organization. One that was delivered did not fail, and one that was never sent has no end. */
export const gatherOutcome = async (
  db: AnyKysely,
  kind: ReportKind,
  delivery: Delivery,
  outcome: Outcome,
): Promise<LoadedReport> => {
  const { patientId, status, id: deliveryId } = delivery
  if ((status === 'delivered' && outcome.status === 'failed') || status === 'suppressed')
    return forPerson(kind, 'contradictory', { patientId, deliveryId })
  const isFailure = outcome.status === 'failed'
  return {
    ...{ concerns: 'delivery', kind, delivery, outcome },
    isFailureHeld: isFailure && (await isFailureHeld(db, patientId, kind)),
  }
}

/**
 * What is about nothing here, or from no one who is known. Anyone can cause it, so that only a few of one sender are at the desk at a
 * time: the others wait, stored, until these are resolved.
 */
export const gatherUnknown = async (
  { db, now }: Pick<ReadContext, 'db' | 'now'>,
  source: string,
  held: ForPerson,
): Promise<ForPerson> =>
  held.urgent || (await countHeldOf(db, source, held.reason)) < mostUnknown ? held : { ...held, dueAt: now }

/** What is said under one id twice cannot both be so. */
export const contradicted = (loaded: LoadedReport): LoadedReport => {
  if (loaded.concerns === 'nothing') return loaded
  if (loaded.concerns === 'person') return { ...loaded, reason: 'contradictory' }
  const { kind, delivery } = loaded
  return forPerson(kind, 'contradictory', {
    patientId: delivery?.patientId ?? null,
    deliveryId: delivery?.id ?? null,
  })
}

const answer = { status: 200, body: { received: true } } as const
export type ReportAnswer = typeof answer
export const receivedBefore: Change<ReportAnswer> = { answer }

/** Stores a report that needs no person, with what was made of it. */
export const applied = (
  received: ReceivedMessage,
  kind: PartnerMessageKind,
  effect: MessageEffect,
  { newId, now }: Pick<DecideContext, 'newId' | 'now'>,
  about: { readonly delivery?: Delivery | null; readonly numberIndex?: Uint8Array } = {},
) => {
  const { delivery = null, numberIndex = null } = about
  const read = { kind, reason: null, urgent: false, effect, numberIndex }
  const notice = { patientId: delivery?.patientId ?? null, deliveryId: delivery?.id ?? null }
  return insertAppliedMessage(newId(), { ...received, ...read, ...notice }, now)
}

export const decideReport = (
  received: ReceivedMessage,
  loaded: LoadedReport,
  context: DecideContext,
): Change<ReportAnswer> => {
  switch (loaded.concerns) {
    case 'nothing':
      return receivedBefore
    case 'progress':
      return { writes: [applied(received, loaded.kind, 'progress', context, loaded)], answer }
    case 'delivery':
      return decideOutcome(received, loaded, context)
    case 'person': {
      const id = context.newId()
      const { concerns: _, ...held } = loaded
      return {
        writes: [insertHeldMessage(id, { ...received, ...held }, context.now)],
        events: held.dueAt == null ? [partnerMessageHeld(id, held)] : [],
        answer,
        // Another delivery of it was stored in the meantime.
        otherwise: () => receivedBefore,
      }
    }
  }
}

const decideOutcome = (
  received: ReceivedMessage,
  { kind, delivery, outcome, isFailureHeld: isHeld }: Extract<LoadedReport, { readonly concerns: 'delivery' }>,
  context: DecideContext,
): Change<ReportAnswer> => {
  const { status, code } = outcome
  const after = advance(delivery, status, { now: context.now, ...(code !== null && { reasonCode: code }) })
  if (after === null) return { writes: [applied(received, kind, 'none', context, { delivery })], answer }
  const changed = { writes: [replaceDelivery(after, delivery)], events: [deliveryChanged(after)] }
  if (status === 'delivered' || isHeld)
    return {
      writes: [applied(received, kind, status, context, { delivery }), ...changed.writes],
      events: changed.events,
      answer,
    }
  const id = context.newId()
  const { patientId, id: deliveryId } = delivery
  const held = { kind, reason: 'undelivered', urgent: false, patientId } as const
  const stored = { ...received, ...held, numberIndex: null, deliveryId, effect: 'failed' } as const
  return {
    writes: [insertHeldMessage(id, stored, context.now), ...changed.writes],
    events: [...changed.events, partnerMessageHeld(id, held)],
    answer,
    otherwise: () => receivedBefore,
  }
}
