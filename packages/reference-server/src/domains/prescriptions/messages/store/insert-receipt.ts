import { createHash } from 'node:crypto'
import type { Write } from '../../../../platform/contracts/write.ts'
import type { NetworkReceipt } from '../../../../vendors/pharmacy/provider.ts'
import { insertMessage, type OutgoingMessage } from '../../kernel/store/messages.ts'

/**
 * The network's response to a message of ours, as it came. It is stored with its effect. The id of our message makes it another one than a
 * message that the network sends later under the same id.
 */
export const insertReceipt = (
  id: string,
  { from, messageId, type, bytes }: NetworkReceipt,
  answered: OutgoingMessage,
  now: Date,
): Write =>
  insertMessage(
    id,
    {
      sender: `${from.qualifier}:${from.id}`.slice(0, 80),
      messageId: `${messageId}#${answered.messageId}`,
      fingerprint: createHash('sha256').update(bytes).digest('hex'),
      type,
      reference: answered,
      fault: null,
      bytes,
    },
    now,
    'applied',
  )
