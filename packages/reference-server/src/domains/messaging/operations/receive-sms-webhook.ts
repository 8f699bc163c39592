import { assumeCaller, externalCaller } from '../../../platform/identity/assume-caller.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { Change } from '../../../platform/contracts/change.ts'
import type { DecideContext, ReadContext } from '../../../platform/contracts/context.ts'
import type { SmsReport } from '../../../vendors/notifications/provider.ts'
import { deliveryChanged, numberStopped, partnerMessageHeld } from '../events.ts'
import { advance, type Delivery } from '../model/delivery.ts'
import { hasEmergencyWords } from '../model/has-emergency-words.ts'
import {
  reasonOfText,
  type NewPartnerMessage,
  type PartnerHoldReason,
  type PartnerMessageKind,
} from '../model/partner-message.ts'
import { dialable } from '../model/phone.ts'
import type { MessagingContext } from '../ports.ts'
import {
  findDeliveryByVendorId,
  findVendorIdState,
  insertEarlyReport,
  listPatientsByNumber,
  replaceDelivery,
} from '../store/deliveries.ts'
import { findReceived, insertAppliedMessage, insertHeldMessage } from '../store/partner-messages.ts'
import { numberIndex, writeWordOfNumber } from '../store/preferences.ts'

type Reported<Kind extends SmsReport['kind']> = Extract<SmsReport, { readonly kind: Kind }>
type Written = Reported<'stop' | 'start' | 'text'>

/** What identifies a report, and its bytes. */
type Received = Pick<NewPartnerMessage, 'source' | 'eventId' | 'fingerprint' | 'reader' | 'bytes'>

type Loaded =
  /** A repeat, or a state on the way. */
  | { readonly concerns: 'nothing' }
  | {
      readonly concerns: 'number'
      readonly isStopped: boolean
      /** By the vendor's clock. */
      readonly at: Date
      readonly index: Uint8Array
      readonly patientIds: string[]
    }
  | {
      readonly concerns: 'delivery'
      readonly report: Reported<'delivered' | 'failed'>
      /** Null if no delivery has this id: the report is the first to name it. */
      readonly delivery: Delivery | null
    }
  /** It waits for a person. */
  | {
      readonly concerns: 'person'
      readonly kind: PartnerMessageKind
      readonly reason: PartnerHoldReason
      readonly urgent: boolean
      readonly patientId: string | null
      readonly numberIndex: Uint8Array | null
    }

const nothing = { concerns: 'nothing' } as const
const reportHeld = { concerns: 'person', urgent: false, patientId: null, numberIndex: null } as const

/**
 * Receives what the SMS vendor reports. A STOP or START counts, and so does the end of a delivery. Everything else, also what people write,
 * is stored as it came and waits for a person: nothing that was acknowledged is lost.
 */
export const receiveSmsWebhook = operation<MessagingContext>()('receiveSmsWebhook', {
  gather: async ({ path, rawBody, headers }, { sms }, context): Promise<{ received: Received; loaded: Loaded }> => {
    const organizationId = requireUuid(path.organizationId)
    if (sms === null) throw notFound('no SMS vendor')
    const { id, fingerprint, report } = sms.parseWebhook({ rawBody, headers, now: context.now })
    const reading = assumeCaller(context, externalCaller(organizationId, `sms-${sms.vendor}`))
    const source = sms.vendor
    const received: Received = { source, eventId: id, fingerprint, reader: sms.reader, bytes: rawBody }
    const before = await findReceived(reading.db, source, { id, fingerprint })
    if (before === 'same') return { received, loaded: nothing }
    const loaded = await gatherReport(reading, report)
    // What is said under one id twice cannot both be so. A STOP counts all the same.
    const isContradicted = before === 'other' && report.kind !== 'stop' && loaded.concerns !== 'nothing'
    return { received, loaded: isContradicted ? contradicted(loaded) : loaded }
  },
  decide: (_, { received, loaded }, context) => decideReport(received, loaded, context),
})

const gatherReport = async (context: ReadContext, report: SmsReport): Promise<Loaded> => {
  switch (report.kind) {
    case 'progress':
      return nothing
    case 'delivered':
    case 'failed':
      return gatherDelivery(context, report)
    case 'held': {
      const { about, reason } = report
      return { ...reportHeld, kind: about === 'text' ? 'text' : 'text-report', reason }
    }
    default:
      return gatherWritten(context, report)
  }
}

const gatherWritten = async (context: ReadContext, report: Written): Promise<Loaded> => {
  const number = dialable(report.from)
  if (number === null) return { ...reportHeld, kind: 'text', reason: 'unreadable', urgent: isUrgent(report) }
  const index = await numberIndex(context.db, context, number)
  const patientIds = await listPatientsByNumber(context.db, index)
  if (report.kind === 'text') {
    const [patientId = null] = patientIds.length === 1 ? patientIds : []
    const reason = reasonOfText(patientIds)
    return { concerns: 'person', kind: 'text', reason, urgent: isUrgent(report), patientId, numberIndex: index }
  }
  // A clock that is ahead must not take precedence over words that are really later.
  const said = report.at > context.now ? context.now : report.at
  return { concerns: 'number', isStopped: report.kind === 'stop', at: said, index, patientIds }
}

const isUrgent = (report: SmsReport): boolean => report.kind === 'text' && hasEmergencyWords(report.text)

const gatherDelivery = async ({ db }: ReadContext, report: Reported<'delivered' | 'failed'>): Promise<Loaded> => {
  const { vendorId } = report
  const delivery = await findDeliveryByVendorId(db, vendorId)
  if (delivery !== null) return followed(report, delivery)
  const state = await findVendorIdState(db, vendorId)
  if (state === null) return { concerns: 'delivery', report, delivery }
  // The delivery has learned its id in the meantime; or this is a repeated report.
  const found = state === 'known' ? await findDeliveryByVendorId(db, vendorId) : null
  return found === null ? nothing : followed(report, found)
}

/** A text that was delivered did not fail. */
const followed = (report: Reported<'delivered' | 'failed'>, delivery: Delivery): Loaded =>
  delivery.status === 'delivered' && report.kind === 'failed'
    ? { ...reportHeld, kind: 'text-report', reason: 'contradictory', patientId: delivery.patientId }
    : { concerns: 'delivery', report, delivery }

const contradicted = (loaded: Exclude<Loaded, typeof nothing>): Loaded => {
  if (loaded.concerns === 'person') return { ...loaded, reason: 'contradictory' }
  const held = { ...reportHeld, reason: 'contradictory' } as const
  if (loaded.concerns === 'number') return { ...held, kind: 'text', numberIndex: loaded.index }
  return { ...held, kind: 'text-report', patientId: loaded.delivery?.patientId ?? null }
}

const answer = { status: 200, body: { received: true } } as const

const decideReport = (received: Received, loaded: Loaded, context: DecideContext): Change<typeof answer> => {
  const { now, newId } = context
  switch (loaded.concerns) {
    case 'nothing':
      return { answer }
    case 'number': {
      // STOP applies to a number, regardless of who uses it (47 CFR 64.1200(a)(10)). The reaction to the event records which patients it
      // concerned.
      const { isStopped, at, index, patientIds } = loaded
      const read = { kind: 'text', reason: null, urgent: false, patientId: null, numberIndex: index } as const
      const stored = insertAppliedMessage(newId(), { ...received, ...read }, now)
      return {
        writes: [stored, writeWordOfNumber(newId(), index, { isStopped, at })],
        events: patientIds.map((patientId) => numberStopped(patientId, isStopped)),
        answer,
        // A word that is older than the last one.
        otherwise: () => ({ writes: [stored], answer }),
      }
    }
    case 'delivery': {
      const { report, delivery: before } = loaded
      const { kind, vendorId, code, at } = report
      if (before === null)
        return { writes: [insertEarlyReport({ id: newId(), vendorId, status: kind, reasonCode: code, at })], answer }
      const after = advance(before, kind, { now, ...(code !== null && { reasonCode: code }) })
      if (after === null) return { answer }
      return { writes: [replaceDelivery(after, before)], events: [deliveryChanged(after)], answer }
    }
    case 'person': {
      const id = newId()
      const { concerns: _, ...held } = loaded
      return {
        writes: [insertHeldMessage(id, { ...received, ...held }, now)],
        events: [partnerMessageHeld(id, held)],
        answer,
        // Another delivery of it was stored in the meantime.
        otherwise: () => ({ answer }),
      }
    }
  }
}
