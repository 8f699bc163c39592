import { createHash } from 'node:crypto'
import { knownId } from '../../../platform/database/known-id.ts'
import { adopt, externalCaller } from '../../../platform/http/adopt-caller.ts'
import { operation } from '../../../platform/http/operation.ts'
import { notFound } from '../../../platform/http/problem.ts'
import type { Keeping } from '../../../platform/seams.ts'
import type { PharmacyNetwork } from '../../../vendors/pharmacy/provider.ts'
import { readScriptMessage } from '../../../vendors/pharmacy/script/read-script-message.ts'
import type {
  ScriptBody,
  ScriptHeader,
  ScriptMessage,
  ScriptType,
} from '../../../vendors/pharmacy/script/script-message.ts'
import { ScriptUnreadable } from '../../../vendors/pharmacy/script/script-unreadable.ts'
import { messageParked, messageTold } from '../events.ts'
import type { PrescriptionsContext } from '../ports.ts'
import { findByMessage, findByOrder, keepMessage, wireId, type ParkedFault, type Reference } from '../store/messages.ts'
import { senderSoftware } from '../transmit-script.ts'

/** What a network tells a prescriber's system. */
const expected: readonly ScriptType[] = [
  'Status',
  'Error',
  'Verify',
  'RxFill',
  'CancelRxResponse',
  'RxRenewalRequest',
  'RxChangeRequest',
]

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
    const { header, body } = read
    const { reference, fault } = await place(keeping, header, body)
    const { from, messageId } = header
    const sender = `${from.qualifier}:${from.id}`.slice(0, 80)
    const fingerprint = fingerprintOf(read)
    await keepOnce(keeping, { sender, messageId, fingerprint, type: body.type, reference, fault, bytes: rawBody })
    if (fault === 'unexpected-type')
      return say(keeping, network, messageId, from, {
        type: 'Error',
        code: '601',
        description: 'Not for a prescriber.',
      })
    return say(keeping, network, messageId, from, { type: 'Status', code: '010' })
  },
})

const readOrFault = (bytes: Uint8Array): ScriptMessage | ScriptUnreadable => {
  try {
    return readScriptMessage(bytes)
  } catch (error) {
    if (error instanceof ScriptUnreadable) return error
    throw error
  }
}

/** By the message that it relates to, and by our number of the order; when both are given they must say the same. */
const place = async (
  keeping: Keeping,
  { relatesToMessageId, prescriberOrderNumber }: ScriptHeader,
  { type }: ScriptBody,
): Promise<{ reference: Reference | null; fault: ParkedFault | null }> => {
  if (!expected.includes(type)) return { reference: null, fault: 'unexpected-type' }
  const byMessage =
    relatesToMessageId === undefined ? null : await findByMessage(keeping.tx, keeping, relatesToMessageId)
  const byOrder =
    prescriberOrderNumber === undefined ? null : await findByOrder(keeping.tx, keeping, prescriberOrderNumber)
  const found = byMessage ?? (relatesToMessageId === undefined ? byOrder : null)
  if (found === null) return { reference: null, fault: 'prescription-unknown' }
  if (prescriberOrderNumber !== undefined && byOrder?.prescriptionId !== found.prescriptionId)
    return { reference: null, fault: 'references-disagree' }
  return { reference: found, fault: null }
}

const keepOnce = async (keeping: Keeping, message: Parameters<typeof keepMessage>[1]): Promise<void> => {
  const kept = await keepMessage(keeping, message)
  if (kept === null) return
  await keeping.emit(kept.fault === null ? messageTold(kept.id) : messageParked(kept.id, kept.fault))
}

/** Of what a message says and about what: when it was sent and by which version is another matter. */
const fingerprintOf = ({ header, body }: ScriptMessage): string =>
  createHash('sha256')
    .update(JSON.stringify([header.relatesToMessageId, header.prescriberOrderNumber, body]))
    .digest('hex')

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
