import { operation } from '../../contracts/operation.ts'
import { notFound } from '../../problems/problem.ts'
import { recordSessionEnd } from '../end-session-record.ts'
import type { SessionCache } from '../session-cache.ts'
import { sessionStore } from '../session-store.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const endSessionById = (sessions: SessionCache) =>
  operation()('endSessionById', {
    keep: async ({ path }, _gathered, context) => {
      const { caller, tx, now } = context
      const session = uuid.test(path.sessionId) ? await sessionStore.find(tx, path.sessionId, now.getTime()) : null
      const isOwnSession =
        session !== null && session.caller.personId === caller.personId && session.caller.kind === caller.kind
      if (!isOwnSession || session.ended !== null) throw notFound('no such session of this person')
      const { personId, kind } = session.caller
      await recordSessionEnd(
        context,
        { id: session.id, organizationId: caller.organizationId, personId, kind },
        'ended-by-person',
        () => sessions,
      )
      return { status: 204 }
    },
  })
