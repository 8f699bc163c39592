import { operation } from '../../contracts/operation.ts'
import { sessionAnswer } from '../session-answer.ts'
import type { SessionBook } from '../session-book.ts'
import { sessionEnded } from '../session-gate.ts'
import type { Session } from '../session.ts'
import type { Caller } from '../../contracts/caller.ts'

/** The session that asks; it was found a moment ago by the pipeline, so this reads memory. */
export const ownSession = async (book: SessionBook, caller: Caller, now: Date): Promise<Session> => {
  const session = await book.find(caller.organizationId, caller.sessionId, now.getTime())
  if (session === null) throw sessionEnded()
  return session
}

export const getSession = (book: SessionBook) =>
  operation()('getSession', {
    read: async (_input, _gathered, { caller, now }) => ({
      status: 200,
      body: sessionAnswer(await ownSession(book, caller, now), caller.sessionId),
    }),
  })
