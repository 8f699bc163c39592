import { currentTransaction } from '../database/pool/transaction-context.ts'
import type { WriteContext } from '../contracts/context.ts'
import type { EventData } from '../contracts/event.ts'
import { sessionEnded } from './events.ts'
import type { EndReason } from './session.ts'
import type { SessionCache } from './session-cache.ts'
import { sessionStore } from './session-store.ts'

export interface EndingSession {
  readonly id: string
  readonly organizationId: string
  readonly personId: string
  readonly kind: EventData['identity.session-ended']['personKind']
}

/**
 * Ends a session within a transaction: its row, and an event for domains that hold resources for it (a seat in a room). The process acts
 * on it after the commit. False if it had already ended.
 */
export const recordSessionEnd = async (
  { tx, emit, now }: Pick<WriteContext, 'tx' | 'emit' | 'now'>,
  session: EndingSession,
  reason: EndReason,
  sessions: () => SessionCache,
): Promise<boolean> => {
  const ended = await sessionStore.end(tx, session, reason, now)
  if (ended) {
    await emit(sessionEnded({ sessionId: session.id, personId: session.personId, personKind: session.kind, reason }))
  }
  currentTransaction()?.onCommit(() => sessions().markEnded(session.organizationId, session.id, reason))
  return ended
}
