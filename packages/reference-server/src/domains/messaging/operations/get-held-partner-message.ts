import { operation } from '../../../platform/contracts/operation.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { WrittenText } from '../../../vendors/notifications/provider.ts'
import type { Delivery } from '../model/delivery.ts'
import type { HeldPartnerMessage } from '../model/partner-message.ts'
import type { MessagingContext } from '../ports.ts'
import { presentPartnerMessage } from '../presenters/present-partner-message.ts'
import { findDelivery, listPatientsByNumber } from '../store/deliveries.ts'
import { findHeldMessage, readMessageBytes } from '../store/partner-messages.ts'
import { readPreferences } from '../store/preferences.ts'

const decoder = new TextDecoder()
/** Of the patients whose record has a number. */
const mostOfNumber = 20

/** One text, mail or report that waits, as it came. */
export const getHeldPartnerMessage = operation<MessagingContext>()('getHeldPartnerMessage', {
  read: async ({ path }, _, context, ports) => {
    const held = await findHeldMessage(context.db, path.messageId)
    if (held === null) throw notFound('message resolved')
    const bytes = await readMessageBytes(context.db, context, held)
    const written = await readWritten(ports, held, bytes)
    const delivery = held.deliveryId === null ? null : await findDelivery(context.db, held.deliveryId)
    const ids = await patientsOf(ports, context, held, written)
    const [patients, reach] = await Promise.all([
      ports.directory.patientSummaries(context, ids),
      ports.directory.reachable(context, ids),
    ])
    const to = await addressNow(ports, context, held, delivery)
    return {
      status: 200,
      body: {
        ...presentPartnerMessage(held),
        ...(written !== null && { from: written.from }),
        ...(written !== null && written.text !== '' && { text: written.text }),
        ...(to !== null && { to }),
        ...(delivery !== null && { notice: presentNotice(delivery) }),
        files: written?.files ?? 0,
        patients: ids.flatMap((id) => {
          const [patient, known] = [patients.get(id), reach.get(id)]
          return patient === undefined || known === undefined ? [] : [{ ...patient, call: known.call }]
        }),
        original: decoder.decode(bytes),
      },
    }
  },
})

const readWritten = async (
  { sms, email }: Pick<MessagingContext, 'sms' | 'email'>,
  { kind }: HeldPartnerMessage,
  bytes: Uint8Array,
): Promise<WrittenText | null> => {
  if (kind === 'text') return sms?.readText(bytes) ?? null
  return kind === 'mail' ? ((await email?.reports?.readText(bytes)) ?? null) : null
}

/** Who wrote or was written to, as far as it is known; or else those whose record has the number. */
const patientsOf = async (
  { directory }: Pick<MessagingContext, 'directory'>,
  context: ReadContext,
  { numberIndex, patientId }: HeldPartnerMessage,
  written: WrittenText | null,
): Promise<readonly string[]> => {
  if (numberIndex === null) return patientId === null ? [] : [patientId]
  const texted = await listPatientsByNumber(context.db, numberIndex)
  if (texted.length > 0 || written === null) return texted
  return directory.patientIdsByPhone(context, written.from, mostOfNumber)
}

/** At which address or number the patient receives notices of this channel now. */
const addressNow = async (
  { directory }: Pick<MessagingContext, 'directory'>,
  context: ReadContext,
  { reason, patientId }: HeldPartnerMessage,
  delivery: Delivery | null,
): Promise<string | null> => {
  if (reason !== 'undelivered' || patientId === null || delivery?.audience !== 'patient') return null
  const [patient, preferences] = await Promise.all([
    directory.patient(context, patientId),
    readPreferences(context.db, context, patientId),
  ])
  const now =
    delivery.channel === 'email' ? (preferences?.email ?? patient.email) : (preferences?.phone ?? patient.call.phone)
  return now ?? null
}

const presentNotice = ({ channel, audience, createdAt, reasonCode }: Delivery) => ({
  channel,
  audience,
  createdAt: createdAt.toISOString(),
  ...(reasonCode !== null && { partnerCode: reasonCode }),
})
