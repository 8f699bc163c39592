import { operation } from '../../contracts/operation.ts'
import { sessionAnswer } from '../session-answer.ts'
import type { SessionBook } from '../session-book.ts'
import { ownSession } from './get-session.ts'

/** Being asked is the activity that counts, and the pipeline has noted it; what is left is to say until when. */
export const extendSession = (book: SessionBook) =>
  operation()('extendSession', {
    read: async (_input, _gathered, { caller, now }) => ({
      status: 200,
      body: sessionAnswer(await ownSession(book, caller, now), caller.sessionId),
    }),
  })
