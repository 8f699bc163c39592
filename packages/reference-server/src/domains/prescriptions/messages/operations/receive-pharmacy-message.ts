import { createHash } from 'node:crypto'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { assumeCaller, externalCaller } from '../../../../platform/identity/assume-caller.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { Change } from '../../../../platform/contracts/change.ts'
import type { DecideContext, ReadContext } from '../../../../platform/contracts/context.ts'
import type { PharmacyNetwork } from '../../../../vendors/pharmacy/provider.ts'
import type { ScriptBody, ScriptHeader } from '../../../../vendors/pharmacy/script/script-message.ts'
import { ScriptUnreadable, type ScriptFault } from '../../../../vendors/pharmacy/script/script-unreadable.ts'
import { pharmacyMessageDeadLettered, pharmacyMessageReceived } from '../../events.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { matchMessage, readOrFault, type MatchedMessage } from '../workflows/match-message.ts'
import { findReferences, insertMessage, toMessageId } from '../../kernel/store/messages.ts'
import { senderSoftware } from '../transmissions/transmit-script.ts'

/**
 * Stores a message and acknowledges it once it is durable; its effects are applied later. A message that cannot be read or matched is
 * stored as well and waits for a person: the sender has done its part, and no message of a pharmacy may be lost.
 */
export const receivePharmacyMessage = operation<PrescriptionsContext>()('receivePharmacyMessage', {
  gather: async ({ path, rawBody, headers }, ports, context) => {
    const organizationId = requireUuid(path.organizationId)
    const network = await ports.pharmacies.networkOf(organizationId)
    if (network === null) throw notFound('no pharmacy network')
    network.verify({ rawBody, headers, now: context.now })
    const assumed = assumeCaller(context, externalCaller(organizationId, `pharmacy-${network.vendor}`))
    const read = readOrFault(rawBody)
    const message =
      read instanceof ScriptUnreadable
        ? await matchUnreadable(assumed, read, rawBody)
        : await matchMessage(assumed.db, assumed, read, network.accountId)
    return { network, read, message }
  },
  decide: ({ rawBody }, { network, read, message }, context) => {
    if (read instanceof ScriptUnreadable) {
      const description = `${because[read.fault]} at ${read.at}.`
      const answer = buildReply(context, network, read.messageId, 'M', { type: 'Error', code: '601', description })
      return storeOnce(context, message, rawBody, answer)
    }
    const { from, messageId } = read.header
    const body: ScriptBody =
      message.fault === 'unexpected-type'
        ? { type: 'Error', code: '601', description: 'Not for a prescriber.' }
        : { type: 'Status', code: '010' }
    return storeOnce(context, message, rawBody, buildReply(context, network, messageId, from, body))
  },
})

const because: Readonly<Record<ScriptFault, string>> = {
  unreadable: 'Unreadable',
  contradictory: 'Contradictory',
  'unknown-code': 'Unknown code',
}

const matchUnreadable = async (
  { db, caller }: ReadContext,
  { messageId, fault }: ScriptUnreadable,
  bytes: Uint8Array,
): Promise<MatchedMessage> => {
  const fingerprint = createHash('sha256').update(bytes).digest('hex')
  const named = { sender: 'unknown', messageId: messageId ?? `unread-${fingerprint.slice(0, 24)}` }
  const { storedFingerprint } = await findReferences(db, { caller }, named)
  return { ...named, fingerprint, type: 'unreadable', reference: null, fault, storedFingerprint }
}

/**
 * Nothing is stored for a repeat: networks resend what they are not sure to have delivered. Another message under a used id is not a repeat;
 * it is kept for a person, because dropping it might lose a fill or a cancellation.
 */
const storeOnce = <Answer>(
  { now, newId }: Pick<DecideContext, 'now' | 'newId'>,
  { storedFingerprint, ...message }: MatchedMessage,
  bytes: Uint8Array,
  answer: Answer,
): Change<Answer> => {
  const { messageId, fingerprint } = message
  if (storedFingerprint === fingerprint) return { answer }
  const id = newId()
  if (storedFingerprint !== null)
    return {
      writes: [
        insertMessage(
          id,
          { ...message, messageId: `${messageId}#${fingerprint.slice(0, 12)}`, fault: 'id-reused', bytes },
          now,
        ),
      ],
      events: [pharmacyMessageDeadLettered(id, 'id-reused')],
      answer,
      // It is a repeat of that one.
      otherwise: () => ({ answer }),
    }
  const { fault } = message
  return {
    writes: [insertMessage(id, { ...message, bytes }, now)],
    events: [fault === null ? pharmacyMessageReceived(id) : pharmacyMessageDeadLettered(id, fault)],
    answer,
  }
}

const buildReply = (
  { now, newId }: Pick<DecideContext, 'now' | 'newId'>,
  network: PharmacyNetwork,
  relatesTo: string | null,
  to: ScriptHeader['from'] | 'M',
  body: ScriptBody,
) => {
  const response = network.sign(
    {
      header: {
        to: to === 'M' ? { qualifier: 'M', id: network.vendor } : to,
        from: { qualifier: 'D', id: network.accountId },
        messageId: toMessageId(newId()),
        ...(relatesTo !== null && { relatesToMessageId: relatesTo }),
        sentTime: now.toISOString(),
        senderSoftware,
      },
      body,
    },
    now,
  )
  return { status: 200 as const, headers: response.headers, body: response.body }
}
