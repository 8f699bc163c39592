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
