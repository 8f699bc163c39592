import { operation } from '../../contracts/operation.ts'
import { Problem } from '../../problems/problem.ts'
import type { SignalPort } from '../live-socket.ts'

const maxDataBytes = 16 * 1024

/** The HTTP equivalent of a `signal` message on the live socket, for networks that block WebSockets. */
export const sendSignal = (signal: SignalPort) =>
  operation()('sendSignal', {
    read: async ({ path, body, rawBody }, _gathered, { caller }) => {
      if (rawBody.byteLength > maxDataBytes + 256)
        throw new Problem(413, 'body_too_large', 'A signal may hold at most 16 KB.')
      await signal(caller, path.visitId, body.to ?? null, body.data)
      return { status: 204 }
    },
  })
