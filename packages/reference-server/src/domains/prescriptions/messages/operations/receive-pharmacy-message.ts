import { createHash } from 'node:crypto'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { assumeCaller, externalCaller } from '../../../../platform/identity/assume-caller.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { WriteContext } from '../../../../platform/contracts/context.ts'
import type { PharmacyNetwork } from '../../../../vendors/pharmacy/provider.ts'
import type { ScriptBody, ScriptHeader } from '../../../../vendors/pharmacy/script/script-message.ts'
import { ScriptUnreadable } from '../../../../vendors/pharmacy/script/script-unreadable.ts'
import { pharmacyMessageDeadLettered, pharmacyMessageReceived } from '../../events.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { matchMessage, readOrFault } from '../workflows/match-message.ts'
import { insertMessage, toMessageId } from '../../kernel/store/messages.ts'
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
    assumeCaller(context, externalCaller(organizationId, `pharmacy-${network.vendor}`))
    return { network, read: readOrFault(rawBody) }
  },
  keep: async ({ rawBody }, { network, read }, context) => {
    if (read instanceof ScriptUnreadable) {
      const fingerprint = createHash('sha256').update(rawBody).digest('hex')
      const messageId = read.messageId ?? `unread-${fingerprint.slice(0, 24)}`
      const unreadable = { sender: 'unknown', messageId, fingerprint, type: 'unreadable', reference: null } as const
      await storeOnce(context, { ...unreadable, fault: 'unreadable', bytes: rawBody })
      const description = `Unreadable at ${read.at}.`
      return buildReply(context, network, read.messageId, 'M', { type: 'Error', code: '601', description })
    }
    const { from, messageId } = read.header
    const { fault, ...placed } = await matchMessage(context, read)
    await storeOnce(context, { ...placed, fault, bytes: rawBody })
    if (fault === 'unexpected-type')
      return buildReply(context, network, messageId, from, {
        type: 'Error',
        code: '601',
        description: 'Not for a prescriber.',
      })
    return buildReply(context, network, messageId, from, { type: 'Status', code: '010' })
  },
})

const storeOnce = async (context: WriteContext, message: Parameters<typeof insertMessage>[1]): Promise<void> => {
  const stored = await insertMessage(context, message)
  if (stored === null) return
  await context.emit(
    stored.fault === null ? pharmacyMessageReceived(stored.id) : pharmacyMessageDeadLettered(stored.id, stored.fault),
  )
}

const buildReply = (
  { now, newId }: WriteContext,
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
