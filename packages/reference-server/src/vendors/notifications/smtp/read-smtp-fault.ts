import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { SendResult } from '../provider.ts'

/** Commands whose refusal concerns this message (RFC 5321, 4.2.1). Earlier ones concern this server or the whole mail server. */
const aboutTheMessage: ReadonlySet<string> = new Set(['RCPT TO', 'DATA'])

/**
 * Classifies a failed attempt. 4xx is temporary (greylisting, a full mailbox). 5xx for a recipient or the text is final (RFC 5321,
 * 4.2.1). Everything else, including a refused login, may be fixed and is retried.
 */
export const readSmtpFault = (error: unknown): SendResult => {
  if (error instanceof PartnerUnavailable) throw error
  const { responseCode, command, code } = (error ?? {}) as Partial<Record<'responseCode' | 'command' | 'code', unknown>>
  const status = typeof responseCode === 'number' && responseCode >= 400 && responseCode < 600 ? responseCode : null
  const about = typeof command === 'string' ? command : ''
  if (status !== null && status >= 500 && aboutTheMessage.has(about)) return { accepted: false, code: `smtp-${status}` }
  if (code === 'EENVELOPE' && status === null) return { accepted: false, code: 'address-malformed' }
  if (status !== null) throw new PartnerUnavailable(`smtp-${status}`)
  throw new PartnerUnavailable(code === 'ETLS' ? 'smtp-tls' : 'smtp-unreachable')
}
