import { eventMaker } from '../contracts/event.ts'
import type { EventData } from '../contracts/event.ts'

export const sessionEnded = eventMaker(
  'identity.session-ended',
  ({ sessionId, personId, personKind, reason }: EventData['identity.session-ended']) => ({
    sessionId,
    personId,
    personKind,
    reason,
  }),
)

export const proofsRefused = eventMaker(
  'identity.proofs-refused',
  ({ clientId, count, since }: { readonly clientId: string; readonly count: number; readonly since: Date }) => ({
    clientId,
    count,
    since: since.toISOString(),
  }),
)
