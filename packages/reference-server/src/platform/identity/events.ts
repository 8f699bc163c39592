import { eventMaker } from '../events/event.ts'
import type { EventData } from '../events/event.ts'

export const sessionEnded = eventMaker(
  'identity.session-ended',
  ({ sessionId, personId, personKind, reason }: EventData['identity.session-ended']) => ({
    sessionId,
    personId,
    personKind,
    reason,
  }),
)
