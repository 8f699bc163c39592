import { createTransport } from 'nodemailer'
import type { Outgoing } from '../../../platform/egress/outgoing.ts'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { EmailProvider, Permit } from '../provider.ts'
import { connectToRelay } from './connect-to-relay.ts'
import { createMailReports } from './mail-reports.ts'
import { readSmtpFault } from './read-smtp-fault.ts'

export interface SmtpOptions {
  readonly host: string
  readonly port: number
  /** `implicit`: TLS from the first byte (port 465). `required`: STARTTLS is mandatory. `none`: a sandbox on this machine. */
  readonly tls: 'implicit' | 'required' | 'none'
  readonly auth?: { readonly user: string; readonly password: string }
  /** The sender's address. Its domain is also part of the message ids. */
  readonly from: string
  /** The connections to it. */
  readonly outgoing: Pick<Outgoing, 'connect'>
  readonly permit: Permit
  /** Sign what comes back. Empty: nothing does. */
  readonly reportSecrets: readonly string[]
}

/**
 * Connections are kept for the next message while there are many: greeting and TLS cost more than a message. Most servers close an idle one
 * between two reminders, so this side does it first. `maxRequeues`: a message of which nothing was sent, because the server has closed a
 * kept connection, is sent over a new one.
 */
const keptConnections = {
  pool: true,
  maxConnections: 12,
  maxMessages: 100,
  idleTimeout: 2_000,
  maxRequeues: 1,
} as const

/** E-mail over SMTP (RFC 5321) with TLS. Messages are plain text, without remote content or tracking. */
export const createSmtpProvider = ({
  host,
  port,
  tls,
  auth,
  from,
  outgoing,
  permit,
  reportSecrets,
}: SmtpOptions): EmailProvider => {
  const domain = from.slice(from.lastIndexOf('@') + 1)
  const transport = createTransport({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'none',
    ...(auth && { auth: { user: auth.user, pass: auth.password } }),
    ...keptConnections,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    getSocket: (_: unknown, done: Parameters<typeof connectToRelay>[2]) =>
      connectToRelay(outgoing, { host, port }, done),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    vendor: 'smtp',
    reports: reportSecrets.length === 0 ? null : createMailReports(reportSecrets, domain),
    send: async (message, signal) => {
      await permit()
      if (signal.aborted) throw new PartnerUnavailable('timeout')
      try {
        await transport.sendMail({
          from: { name: message.fromName, address: from },
          to: { name: '', address: message.to },
          subject: message.subject,
          text: message.text,
          messageId: `<${message.id}@${domain}>`,
          // RFC 3461: what comes back names this id, and does not repeat the text.
          dsn: { ret: 'HDRS', envid: message.id, notify: ['FAILURE', 'DELAY'] },
          headers: {
            // Suppresses out-of-office replies, and offers an unsubscribe link in mail programs (RFC 3834, RFC 2369).
            'Auto-Submitted': 'auto-generated',
            'Content-Language': message.language,
            ...(message.unsubscribeUrl !== null && { 'List-Unsubscribe': `<${message.unsubscribeUrl}>` }),
          },
        })
        return { accepted: true, vendorId: null }
      } catch (error) {
        return readSmtpFault(error)
      }
    },
  }
}
