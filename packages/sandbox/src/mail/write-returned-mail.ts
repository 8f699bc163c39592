import type { Mail } from './mail.ts'

interface Part {
  readonly type: string
  readonly content: string
}

const boundary = 'returned-mail-of-the-sandbox'

const headers = (lines: Readonly<Record<string, string>>): string =>
  Object.entries(lines)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')

const report = (type: string, parts: readonly Part[]): string =>
  headers({
    From: 'Mail Delivery System <mailer-daemon@mx.mail.example>',
    Subject: 'Returned mail',
    'Auto-Submitted': 'auto-replied',
    'MIME-Version': '1.0',
    'Content-Type': `multipart/report; report-type=${type}; boundary="${boundary}"`,
  }) +
  parts.map(({ type: of, content }) => `\r\n--${boundary}\r\nContent-Type: ${of}\r\n\r\n${content}\r\n`).join('') +
  `\r\n--${boundary}--\r\n`

/** The header of the message that comes back, as it was sent. */
const headOf = ({ raw }: Mail): string => raw.slice(0, raw.indexOf('\r\n\r\n') + 2)

export interface DeliveryStatusOptions {
  /** `Failed`, `delayed` and so on. */
  readonly action?: string
  readonly status?: string
  /** The address that the report names. */
  readonly recipient?: string
  readonly envelopeId?: string
  /** Further groups of fields, each about a recipient. */
  readonly more?: readonly string[]
  /** Whether the header of the message comes back with it. Default: yes. */
  readonly returnsHeader?: boolean
}

/** RFC 3464, as a mail server writes it. */
export const writeDeliveryStatus = (mail: Mail, options: DeliveryStatusOptions = {}): string => {
  const {
    action = 'failed',
    status = '5.1.1',
    recipient = mail.to,
    envelopeId,
    more = [],
    returnsHeader = true,
  } = options
  const ofMessage = headers({
    'Reporting-MTA': 'dns; mx.mail.example',
    ...(envelopeId !== undefined && { 'Original-Envelope-Id': envelopeId }),
  })
  const ofRecipient = headers({
    'Final-Recipient': `rfc822; ${recipient}`,
    Action: action,
    Status: status,
    'Diagnostic-Code': 'smtp; 550 5.1.1 No such mailbox here\r\n (in reply to RCPT TO)',
  })
  return report('delivery-status', [
    { type: 'text/plain; charset=utf-8', content: 'Your message could not be delivered.' },
    { type: 'message/delivery-status', content: [ofMessage, ofRecipient, ...more].join('\r\n') },
    ...(returnsHeader ? [{ type: 'text/rfc822-headers', content: headOf(mail) }] : []),
  ])
}

/** RFC 5965: the recipient pressed "this is spam". */
export const writeComplaint = (mail: Mail): string =>
  report('feedback-report', [
    { type: 'text/plain; charset=utf-8', content: 'This is a complaint about a message.' },
    {
      type: 'message/feedback-report',
      content: headers({ 'Feedback-Type': 'abuse', 'User-Agent': 'sandbox/1', Version: '1' }),
    },
    { type: 'message/rfc822', content: mail.raw },
  ])

export interface ReplyOptions {
  readonly from?: string
  readonly text: string
  /** Written by a machine. */
  readonly isAutomatic?: boolean
}

/** A reply, or with `mail: null` a message to no message. */
export const writeReply = (
  mail: Mail | null,
  { from = mail?.to ?? '', text, isAutomatic = false }: ReplyOptions,
): string =>
  headers({
    From: from,
    Subject: 'Re: your message',
    ...(mail !== null && { 'In-Reply-To': mail.id, References: mail.id }),
    ...(isAutomatic && { 'Auto-Submitted': 'auto-replied' }),
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': 'base64',
  }) + `\r\n${Buffer.from(text).toString('base64')}\r\n`
