import type { Outgoing } from '../../../platform/egress/outgoing.ts'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { SendResult, Permit, SmsProvider } from '../provider.ts'
import { readPublicKey, readReport, readText, requireSignature } from './read-webhook.ts'

export interface TelnyxOptions {
  readonly apiKey: string
  /** The sender's number, E.164. */
  readonly from: string
  /** Verifies reports: base64, as in the vendor's portal. */
  readonly publicKey: string
  /** Another base URL than the vendor's own, e.g. the sandbox. Without `/v2`. */
  readonly apiBase?: string
  /** The connections to it. */
  readonly outgoing: Pick<Outgoing, 'fetch'>
  readonly permit: Permit
}

const retryAfter = (response: Response): number | undefined => {
  const seconds = Number(response.headers.get('retry-after') ?? NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3_600) * 1_000 : undefined
}

const retryLater = (response: Response): never => {
  const retryAfterMs = retryAfter(response)
  throw new PartnerUnavailable(`http-${response.status}`, retryAfterMs === undefined ? {} : { retryAfterMs })
}

/** The code of the first error, if valid: `sms-40300`. The title is not used, because it may quote the number. */
const codeOf = (body: unknown, status: number): string => {
  const errors = (body as { errors?: unknown } | null)?.errors
  const code = Array.isArray(errors) ? (errors[0] as { code?: unknown } | undefined)?.code : undefined
  return typeof code === 'string' && /^\d{1,8}$/.test(code) ? `sms-${code}` : `http-${status}`
}

/** SMS by Telnyx's Messages API v2: JSON over HTTPS, reports signed with Ed25519. */
export const createTelnyxProvider = ({
  apiKey,
  from,
  publicKey,
  apiBase,
  outgoing,
  permit,
}: TelnyxOptions): SmsProvider => {
  const key = readPublicKey(publicKey)
  const url = `${apiBase ?? 'https://api.telnyx.com'}/v2/messages`
  return {
    vendor: 'telnyx',
    reader: 'telnyx-messages-2',
    send: async ({ id, to, text, reportUrl }, signal): Promise<SendResult> => {
      await permit()
      let response: Response
      let body: unknown
      try {
        response = await outgoing.fetch(url, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${apiKey}`,
            'content-type': 'application/json',
            'idempotency-key': id,
          },
          body: JSON.stringify({ from, to, text, type: 'SMS', webhook_url: reportUrl }),
          signal,
        })
        body = await response.json().catch(() => null)
      } catch (cause) {
        if (cause instanceof PartnerUnavailable) throw cause
        throw new PartnerUnavailable('sms-unreachable', { cause })
      }
      // API key and rate limits are temporary: the message itself is valid.
      if (response.status >= 500 || [401, 403, 408, 409, 425, 429].includes(response.status))
        return retryLater(response)
      if (!response.ok) return { accepted: false, code: codeOf(body, response.status) }
      const vendorId = (body as { data?: { id?: unknown } } | null)?.data?.id
      if (typeof vendorId !== 'string' || vendorId === '') throw new PartnerUnavailable('sms-answer-unreadable')
      return { accepted: true, vendorId }
    },
    parseWebhook: ({ rawBody, headers, now }) => {
      requireSignature({ rawBody, headers, now }, key)
      return readReport(rawBody, now, from)
    },
    readText,
  }
}
