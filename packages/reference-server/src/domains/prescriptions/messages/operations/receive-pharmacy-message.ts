import { createHash } from 'node:crypto'
import { knownId } from '../../../../platform/database/ids/known-id.ts'
import { adopt, externalCaller } from '../../../../platform/identity/adopt-caller.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { Keeping } from '../../../../platform/contracts/context.ts'
import type { PharmacyNetwork } from '../../../../vendors/pharmacy/provider.ts'
import type { ScriptBody, ScriptHeader } from '../../../../vendors/pharmacy/script/script-message.ts'
import { ScriptUnreadable } from '../../../../vendors/pharmacy/script/script-unreadable.ts'
import { pharmacyMessageParked, pharmacyMessageReceived } from '../../events.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { placeMessage, readOrFault } from '../workflows/place-message.ts'
import { keepMessage, wireId } from '../../kernel/store/messages.ts'
import { senderSoftware } from '../transmissions/transmit-script.ts'

/**
 * Takes a message in and says so once it is durable; what follows from it is worked out afterwards. A message that cannot be read or
 * placed is kept as well and waits for a person: the sender has done its part, and nothing that a pharmacy said may be lost.
 */
export const receivePharmacyMessage = operation<PrescriptionsContext>()('receivePharmacyMessage', {
  gather: async ({ path, rawBody, headers }, ports, reading) => {
    const organizationId = knownId(path.organizationId)
    const network = await ports.pharmacies.networkOf(organizationId)
    if (network === null) throw notFound('no pharmacy network')
    network.verify({ rawBody, headers, now: reading.now })
    adopt(reading, externalCaller(organizationId, `pharmacy-${network.vendor}`))
    return { network, read: readOrFault(rawBody) }
  },
  keep: async ({ rawBody }, { network, read }, keeping) => {
    if (read instanceof ScriptUnreadable) {
      const fingerprint = createHash('sha256').update(rawBody).digest('hex')
      const messageId = read.messageId ?? `unread-${fingerprint.slice(0, 24)}`
      const unreadable = { sender: 'unknown', messageId, fingerprint, type: 'unreadable', reference: null } as const
      await keepOnce(keeping, { ...unreadable, fault: 'unreadable', bytes: rawBody })
      const description = `Unreadable at ${read.at}.`
      return say(keeping, network, read.messageId, 'M', { type: 'Error', code: '601', description })
    }
    const { from, messageId } = read.header
    const { fault, ...placed } = await placeMessage(keeping, read)
    await keepOnce(keeping, { ...placed, fault, bytes: rawBody })
    if (fault === 'unexpected-type')
      return say(keeping, network, messageId, from, {
        type: 'Error',
        code: '601',
        description: 'Not for a prescriber.',
      })
    return say(keeping, network, messageId, from, { type: 'Status', code: '010' })
  },
})

const keepOnce = async (keeping: Keeping, message: Parameters<typeof keepMessage>[1]): Promise<void> => {
  const kept = await keepMessage(keeping, message)
  if (kept === null) return
  await keeping.emit(
    kept.fault === null ? pharmacyMessageReceived(kept.id) : pharmacyMessageParked(kept.id, kept.fault),
  )
}

const say = (
  { now, newId }: Keeping,
  network: PharmacyNetwork,
  relatesTo: string | null,
  to: ScriptHeader['from'] | 'M',
  body: ScriptBody,
) => {
  const answer = network.answer(
    {
      header: {
        to: to === 'M' ? { qualifier: 'M', id: network.vendor } : to,
        from: { qualifier: 'D', id: network.accountId },
        messageId: wireId(newId()),
        ...(relatesTo !== null && { relatesToMessageId: relatesTo }),
        sentTime: now.toISOString(),
        senderSoftware,
      },
      body,
    },
    now,
  )
  return { status: 200 as const, headers: answer.headers, body: answer.body }
}
