import { operation } from '../../contracts/operation.ts'
import { presentSession } from '../present-session.ts'
import type { SessionCache } from '../session-cache.ts'
import type { StrongSignInPolicy } from '../sign-in-strength.ts'
import { sessionEnded } from '../session-gate.ts'
import type { Session } from '../session.ts'
import type { Caller } from '../../contracts/caller.ts'

/** The session of the request. The pipeline has just found it, so this reads memory. */
export const ownSession = async (sessions: SessionCache, caller: Caller, now: Date): Promise<Session> => {
  const session = await sessions.find(caller.organizationId, caller.sessionId, now.getTime())
  if (session === null) throw sessionEnded()
  return session
}

export const getSession = (sessions: SessionCache, policy: StrongSignInPolicy) =>
  operation()('getSession', {
    read: async (_input, _gathered, { caller, now }) => ({
      status: 200,
      body: presentSession(await ownSession(sessions, caller, now), caller.sessionId, policy),
    }),
  })
