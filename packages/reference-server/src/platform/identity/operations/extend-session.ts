import { operation } from '../../contracts/operation.ts'
import { presentSession } from '../present-session.ts'
import type { SessionCache } from '../session-cache.ts'
import { ownSession } from './get-session.ts'

/** Being asked is the activity that counts, and the pipeline has noted it; what is left is to say until when. */
export const extendSession = (sessions: SessionCache) =>
  operation()('extendSession', {
    read: async (_input, _gathered, { caller, now }) => ({
      status: 200,
      body: presentSession(await ownSession(sessions, caller, now), caller.sessionId),
    }),
  })
