import type { components } from '@visitkit/contract'
import type { Caller } from '../../../platform/contracts/caller.ts'
import { pageOf } from '../../../platform/database/ids/page-cursor.ts'
import type { Thread } from '../model/thread.ts'
import type { LoadedThread } from '../workflows/gather-thread.ts'
import { presentMessages } from './present-messages.ts'
import { presentThreadSummary } from './present-thread-summary.ts'

/** A thread with a page of its messages. */
export const presentThread = (
  { thread, fetched, take, files, reading, ...texts }: Omit<LoadedThread, 'thread'> & { readonly thread: Thread },
  caller: Pick<Caller, 'personId'>,
): components['schemas']['Thread'] => {
  const { items, nextCursor } = pageOf(fetched, { after: null, take })
  const messages = presentMessages(items, files, texts.names, caller)
  return { ...presentThreadSummary(thread, { ...texts, unread: reading.unread }), messages, nextCursor }
}
