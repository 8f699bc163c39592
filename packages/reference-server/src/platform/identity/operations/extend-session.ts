import { operation } from '../../contracts/operation.ts'
import { presentSession } from '../present-session.ts'
import type { SessionCache } from '../session-cache.ts'
import type { StrongSignInPolicy } from '../sign-in-strength.ts'
import { ownSession } from './get-session.ts'

/** The request itself counts as activity, which the pipeline has recorded. This only returns the new limits. */
export const extendSession = (sessions: SessionCache, policy: StrongSignInPolicy) =>
  operation()('extendSession', {
    read: async (_input, _gathered, { caller, now }) => ({
      status: 200,
      body: presentSession(await ownSession(sessions, caller, now), caller.sessionId, policy),
    }),
  })
