import type { AddressInfo } from 'node:net'
import { callbackify } from 'node:util'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { createInboxHttp } from './inbox-http.ts'
import type { Mail } from './mail.ts'
import { bouncesLate, scriptedMailError, delay, smtpError, type MailFault } from './mail-faults.ts'
import { ReturnedMail, type ReturnAddress } from './returned-mail.ts'
import { writeDeliveryStatus } from './write-returned-mail.ts'

export interface StartMailOptions {
  /** 0 picks a free port. */
  readonly smtpPort: number
  readonly httpPort: number
  /** False for a load test: mail is accepted and neither read nor stored. Default: true. */
  readonly keepsMail?: boolean
  /** Mail to `late-bounce@...` is accepted, and comes back to this address a moment later. */
  readonly returnTo?: ReturnAddress
  readonly clock?: () => Date
}

export interface SimulatedMail {
  readonly smtpPort: number
  /** The address of the inbox. */
  readonly url: string
  readonly inbox: readonly Mail[]
  /** Posts what comes back to the sender. */
  readonly returned: ReturnedMail
  failNext(...faults: readonly MailFault[]): void
  stop(): Promise<void>
}

const listening = (
  server: { once: (event: 'error', on: (error: Error) => void) => unknown },
  listen: (done: () => void) => unknown,
) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    listen(resolve)
  })

const readMail = async (raw: Buffer, to: string): Promise<Mail> => {
  const parsed = await PostalMime.parse(raw)
  return {
    id: parsed.messageId ?? '',
    from: { name: parsed.from?.name ?? '', address: parsed.from?.address ?? '' },
    to,
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    headers: Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value])),
    raw: raw.toString('latin1'),
  }
}

/**
 * A mail server that delivers to one inbox, read over HTTP. A repeated Message-ID is stored once, as mailboxes do. For the demonstration
 * and for tests; other packages reach it over the network only.
 */
export const startMail = async ({
  smtpPort,
  httpPort,
  keepsMail = true,
  returnTo,
  clock = () => new Date(),
}: StartMailOptions): Promise<SimulatedMail> => {
  const inbox: Mail[] = []
  const returned = new ReturnedMail(clock)
  if (returnTo) returned.reportTo(returnTo)
  const faults: MailFault[] = []
  const greylisted = new Set<string>()

  const takeFault = (at: MailFault['at']): MailFault | undefined => {
    const index = faults.findIndex((fault) => fault.at === at)
    return index < 0 ? undefined : faults.splice(index, 1)[0]
  }
  /** Runs the next fault of a stage, if there is one; otherwise runs `otherwise`. */
  const through = (
    at: MailFault['at'],
    done: (error?: Error | null) => void,
    otherwise: () => Promise<Error | null>,
  ): void => {
    const fault = takeFault(at)
    const act = async (): Promise<void> => {
      if (fault?.delayMs !== undefined) await delay(fault.delayMs)
      // A delay without a code only makes the response late.
      if (fault && (fault.code !== undefined || fault.delayMs === undefined))
        throw smtpError(fault.code ?? 451, 'Configured to refuse')
      const refusal = await otherwise()
      if (refusal) throw refusal
    }
    callbackify(act)((error) => done(error))
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: 1024 * 1024,
    onConnect: (_session, done) => through('connect', done, async () => null),
    onRcptTo: ({ address }, _session, done) =>
      through('recipient', done, async () => {
        const refusal = scriptedMailError(address, greylisted.has(address))
        greylisted.add(address)
        return refusal
      }),
    onData: (stream, session: SMTPServerSession, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => keepsMail && chunks.push(chunk))
      stream.on('end', () =>
        through('data', done, async () => {
          if (keepsMail)
            for (const { address } of session.envelope.rcptTo) {
              const mail = await readMail(Buffer.concat(chunks), address)
              if (inbox.some((stored) => stored.id === mail.id && stored.to === mail.to)) continue
              if (bouncesLate(address)) void returned.post(writeDeliveryStatus(mail))
              else inbox.push(mail)
            }
          // The client gets no response: it must send the message again, and the copy must not be delivered.
          if (takeFault('answer-lost'))
            for (const connection of server.connections)
              (connection as unknown as { _socket: { destroy(): void } })._socket.destroy()
          return null
        }),
      )
    },
  })
  server.on('error', () => undefined)
  const http = createInboxHttp(inbox, faults)
  await listening(server.server, (done) => server.listen(smtpPort, '127.0.0.1', done))
  await listening(http, (done) => http.listen(httpPort, '127.0.0.1', done))
  return {
    smtpPort: (server.server.address() as AddressInfo).port,
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    inbox,
    returned,
    failNext: (...more) => void faults.push(...more),
    stop: async () => {
      await returned.settled()
      http.closeAllConnections()
      await Promise.all([
        new Promise<void>((resolve) => server.close(resolve)),
        new Promise<void>((resolve) => void http.close(() => resolve())),
      ])
    },
  }
}
