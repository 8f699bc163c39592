import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { countUnreadThreads } from '../store/threads.ts'
import { threadsOfCaller } from '../workflows/threads-of-caller.ts'

export const countThreads = operation<MessagingContext>()('countThreads', {
  read: async (_input, _, context, ports) => {
    const { db, caller } = context
    const of = await threadsOfCaller(ports, context, undefined)
    // The scope of a proxy's right is in an encrypted record, which a count does not decrypt: only threads that the proxy has read before
    // count.
    const which = caller.kind === 'proxy' ? 'read-before' : 'all'
    return { status: 200, body: { unread: await countUnreadThreads(db, of, personUuidOf(caller), which) } }
  },
})
