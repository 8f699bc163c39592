import { assumeCaller, externalCaller } from '../../../platform/identity/assume-caller.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { MailReport } from '../../../vendors/notifications/provider.ts'
import type { Delivery } from '../model/delivery.ts'
import { hasEmergencyWords } from '../model/has-emergency-words.ts'
import { readNoticeId } from '../workflows/notice-id.ts'
import type { ReceivedMessage } from '../model/partner-message.ts'
import type { MessagingContext } from '../ports.ts'
import { findDelivery } from '../store/deliveries.ts'
import { findReceived } from '../store/partner-messages.ts'
import {
  contradicted,
  decideReport,
  forPerson,
  gatherOutcome,
  gatherUnknown,
  nothing,
  type ForPerson,
  type LoadedReport,
} from '../workflows/keep-report.ts'

/**
 * Receives mail that comes back. One mailbox may serve several organizations, so the organization is that of the notice which the mail
 * names; what names none is at the desk of the address. An address that a mail names proves nothing, and is not compared.
 */
export const receiveMailWebhook = operation<MessagingContext>()('receiveMailWebhook', {
  gather: async (
    { path, rawBody, headers },
    { email, directory },
    context,
  ): Promise<{ received: ReceivedMessage; loaded: LoadedReport }> => {
    const ofAddress = requireUuid(path.organizationId)
    if (email === null || email.reports === null) throw notFound('no mail is received')
    const { id, fingerprint, report } = await email.reports.read({ rawBody, headers, now: context.now })
    const notice = report.about === null ? null : readNoticeId(report.about)
    const organizations = await directory.organizationIds()
    const organizationId = [notice?.organizationId ?? '', ofAddress].find((each) => organizations.includes(each))
    if (organizationId === undefined) throw notFound('organization unknown')
    const reading = assumeCaller(context, externalCaller(organizationId, `mail-${email.vendor}`))
    const source = `mail-${email.vendor}`
    const received = { source, eventId: id, fingerprint, reader: email.reports.reader, bytes: rawBody }
    const before = await findReceived(reading.db, source, { id, fingerprint })
    if (before === 'same') return { received, loaded: nothing }
    const delivery =
      notice?.organizationId === organizationId ? await findDelivery(reading.db, notice.deliveryId) : null
    const loaded = await gatherReport(reading, source, report, delivery)
    return { received, loaded: before === 'other' ? contradicted(loaded) : loaded }
  },
  decide: (_, { received, loaded }, context) => decideReport(received, loaded, context),
})

const gatherReport = async (
  context: ReadContext,
  source: string,
  report: MailReport,
  delivery: Delivery | null,
): Promise<LoadedReport> => {
  const about = delivery && { patientId: delivery.patientId, deliveryId: delivery.id }
  const unknown = (held: ForPerson): Promise<ForPerson> => gatherUnknown(context, source, held)
  switch (report.kind) {
    case 'progress':
      return { concerns: 'progress', kind: 'mail-report', delivery }
    case 'written': {
      const urgent = hasEmergencyWords(withoutQuotes(report.text))
      return about === null
        ? unknown(forPerson('mail', 'unknown-sender', { urgent }))
        : forPerson('mail', 'written', { urgent, ...about })
    }
    case 'held':
      return about === null
        ? unknown(forPerson('mail-report', report.reason))
        : forPerson('mail-report', report.reason, about)
    default:
      if (delivery === null || about === null) return unknown(forPerson('mail-report', 'unknown-message'))
      return report.kind === 'complaint'
        ? forPerson('mail-report', 'complaint', about)
        : gatherOutcome(context.db, 'mail-report', delivery, { status: report.kind, code: report.code })
  }
}

/** A reply repeats what we wrote, which may name the number for emergencies. */
const withoutQuotes = (text: string): string => text.replaceAll(/^[ \t]*>.*$/gm, '')
