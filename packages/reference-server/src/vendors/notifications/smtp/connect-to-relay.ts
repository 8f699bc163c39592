import type { Socket } from 'node:net'
import type { Outgoing } from '../../../platform/egress/outgoing.ts'

/** Milliseconds. */
const within = 10_000

/** A connected socket for nodemailer, which would otherwise open one itself. It adds TLS. */
export const connectToRelay = (
  outgoing: Pick<Outgoing, 'connect'>,
  address: { readonly host: string; readonly port: number },
  done: (error: Error | null, options: { readonly connection: Socket } | false) => void,
): void => {
  let socket: Socket
  try {
    socket = outgoing.connect(address)
  } catch (error) {
    return done(error as Error, false)
  }
  const fail = (error: Error): void => {
    socket.destroy()
    done(error, false)
  }
  const late = setTimeout(() => {
    socket.off('error', fail)
    fail(Object.assign(new Error('The mail relay does not answer.'), { code: 'ETIMEDOUT' }))
  }, within)
  socket.once('error', (error) => {
    clearTimeout(late)
    fail(error)
  })
  socket.once('connect', () => {
    clearTimeout(late)
    socket.removeAllListeners('error')
    done(null, { connection: socket })
  })
}
