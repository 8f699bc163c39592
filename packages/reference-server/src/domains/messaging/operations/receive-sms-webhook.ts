import { assumeCaller, externalCaller } from '../../../platform/identity/assume-caller.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { Change } from '../../../platform/contracts/change.ts'
import type { DecideContext, ReadContext } from '../../../platform/contracts/context.ts'
import type { SmsReport } from '../../../vendors/notifications/provider.ts'
import { numberStopped } from '../events.ts'
import { hasEmergencyWords } from '../model/has-emergency-words.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import { reasonOfText, type ReceivedMessage } from '../model/partner-message.ts'
import { dialable } from '../model/phone.ts'
import type { MessagingContext } from '../ports.ts'
import {
  findDeliveryByVendorId,
  findVendorIdState,
  insertEarlyReport,
  listPatientsByNumber,
} from '../store/deliveries.ts'
import { findReceived, insertAppliedMessage } from '../store/partner-messages.ts'
import { numberIndex, writeWordOfNumber } from '../store/preferences.ts'
import {
  applied,
  contradicted,
  decideReport,
  forPerson,
  gatherOutcome,
  nothing,
  receivedBefore,
  type LoadedReport,
  type ReportAnswer,
} from '../workflows/keep-report.ts'

type Reported<Kind extends SmsReport['kind']> = Extract<SmsReport, { readonly kind: Kind }>
type Ended = Reported<'delivered' | 'failed'>

/** A word of a number, by the vendor's clock. */
interface OfNumber {
  readonly concerns: 'number'
  readonly isStopped: boolean
  readonly at: Date
  readonly index: Uint8Array
  readonly patientIds: string[]
}
/** No delivery has this id: the report is the first to name it. */
interface Early {
  readonly concerns: 'early'
  readonly report: Ended
  /** A text whose id is not known by then is none of ours. */
  readonly dueAt: Date
}
type Loaded = LoadedReport | OfNumber | Early

/**
 * Receives what the SMS vendor reports. A STOP or START counts, and so does the end of a delivery. Everything else, also what people write,
 * waits for a person. All of it is stored as it came, with what was made of it: nothing that was acknowledged is lost.
 */
export const receiveSmsWebhook = operation<MessagingContext>()('receiveSmsWebhook', {
  gather: async (
    { path, rawBody, headers },
    { sms, policy },
    context,
  ): Promise<{ received: ReceivedMessage; loaded: Loaded }> => {
    const organizationId = requireUuid(path.organizationId)
    if (sms === null) throw notFound('no SMS vendor')
    const { id, fingerprint, report } = sms.parseWebhook({ rawBody, headers, now: context.now })
    const reading = assumeCaller(context, externalCaller(organizationId, `sms-${sms.vendor}`))
    const source = sms.vendor
    const received: ReceivedMessage = { source, eventId: id, fingerprint, reader: sms.reader, bytes: rawBody }
    const before = await findReceived(reading.db, source, { id, fingerprint })
    if (before === 'same') return { received, loaded: nothing }
    const loaded = await gatherReport(reading, policy, report)
    if (before !== 'other') return { received, loaded }
    if (loaded.concerns === 'early') return { received, loaded: forPerson('text-report', 'contradictory') }
    if (loaded.concerns !== 'number') return { received, loaded: contradicted(loaded) }
    // A STOP counts all the same.
    const { isStopped, index } = loaded
    return { received, loaded: isStopped ? loaded : forPerson('text', 'contradictory', { numberIndex: index }) }
  },
  decide: (_, { received, loaded }, context) =>
    loaded.concerns === 'number'
      ? decideWord(received, loaded, context)
      : loaded.concerns === 'early'
        ? decideEarly(received, loaded, context)
        : decideReport(received, loaded, context),
})

const gatherReport = async (context: ReadContext, policy: MessagingPolicy, report: SmsReport): Promise<Loaded> => {
  switch (report.kind) {
    case 'progress': {
      const { vendorId } = report
      const delivery = vendorId === null ? null : await findDeliveryByVendorId(context.db, vendorId)
      return { concerns: 'progress', kind: 'text-report', delivery }
    }
    case 'delivered':
    case 'failed':
      return gatherEnd(context, policy, report)
    case 'held':
      return forPerson(report.about === 'text' ? 'text' : 'text-report', report.reason)
    default:
      return gatherWritten(context, report)
  }
}

const gatherWritten = async (
  context: ReadContext,
  report: Reported<'stop' | 'start' | 'text'>,
): Promise<OfNumber | LoadedReport> => {
  const urgent = report.kind === 'text' && hasEmergencyWords(report.text)
  const number = dialable(report.from)
  if (number === null) return forPerson('text', 'unreadable', { urgent })
  const index = await numberIndex(context.db, context, number)
  const patientIds = await listPatientsByNumber(context.db, index)
  if (report.kind === 'text') {
    const [patientId = null] = patientIds.length === 1 ? patientIds : []
    return forPerson('text', reasonOfText(patientIds), { urgent, patientId, numberIndex: index })
  }
  // A clock that is ahead must not take precedence over words that are really later.
  const said = report.at > context.now ? context.now : report.at
  return { concerns: 'number', isStopped: report.kind === 'stop', at: said, index, patientIds }
}

const gatherEnd = async (
  { db, now }: ReadContext,
  { attachment: { looseHours } }: MessagingPolicy,
  report: Ended,
): Promise<Early | LoadedReport> => {
  const { vendorId, kind: status, code } = report
  const delivery = await findDeliveryByVendorId(db, vendorId)
  if (delivery !== null) return gatherOutcome(db, 'text-report', delivery, { status, code })
  const state = await findVendorIdState(db, vendorId)
  if (state === null) return { concerns: 'early', report, dueAt: new Date(now.getTime() + looseHours * 3_600_000) }
  // The delivery has learned its id in the meantime; or this is another report about the same text.
  const found = state === 'known' ? await findDeliveryByVendorId(db, vendorId) : null
  if (found !== null) return gatherOutcome(db, 'text-report', found, { status, code })
  return state === status || state === 'known'
    ? { concerns: 'progress', kind: 'text-report', delivery: null }
    : forPerson('text-report', 'contradictory')
}

/** STOP applies to a number, regardless of who uses it (47 CFR 64.1200(a)(10)). A reaction to the event records which patients it concerned. */
const decideWord = (
  received: ReceivedMessage,
  { isStopped, at, index, patientIds }: OfNumber,
  context: DecideContext,
): Change<ReportAnswer> => {
  const effect = isStopped ? 'stop' : 'start'
  const store = (made: typeof effect | 'none') => applied(received, 'text', made, context, { numberIndex: index })
  return {
    ...receivedBefore,
    writes: [store(effect), writeWordOfNumber(context.newId(), index, { isStopped, at })],
    events: patientIds.map((patientId) => numberStopped(patientId, isStopped)),
    // A word that is older than the last one.
    otherwise: () => ({ ...receivedBefore, writes: [store('none')] }),
  }
}

/** It waits with its message for the vendor's own response. What is not ours is shown to a person. */
const decideEarly = (
  received: ReceivedMessage,
  { report: { kind: status, vendorId, code, at }, dueAt }: Early,
  { newId, now }: DecideContext,
): Change<ReportAnswer> => {
  const id = newId()
  const waiting = { ...forPerson('text-report', 'unknown-message'), dueAt }
  return {
    ...receivedBefore,
    writes: [
      insertEarlyReport({ id, vendorId, status, reasonCode: code, at }),
      insertAppliedMessage(id, { ...received, ...waiting }, now),
    ],
  }
}
