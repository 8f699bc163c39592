import { isIP } from 'node:net'
import type { Outgoing } from '../../../platform/egress/outgoing.ts'
import { EgressRefused } from '../../../platform/egress/egress-refused.ts'
import { hostAndPort } from '../../../platform/egress/destination.ts'
import { isPublicAddress } from '../../../platform/egress/public-address.ts'
import { resolveAll, type Resolve } from '../../../platform/egress/permitted-address.ts'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'

export interface WebhookPosterOptions {
  /** The hosts that the deployment permits. Each address is checked when the connection is made. */
  readonly outgoing: Pick<Outgoing, 'fetch' | 'require'>
  /** Development only: permits plain HTTP and private addresses. */
  readonly allowPrivate: boolean
  /** Default: the system's resolver. */
  readonly resolve?: Resolve
}
type AddressFault = 'malformed' | 'https-only' | 'credentials' | 'not-public' | 'not-permitted'

export interface WebhookPoster {
  /** Null if the address may be used; else the reason, as a code. */
  validateAddress(url: string): Promise<AddressFault | 'not-found' | null>
  /** Returns the status of the response, whose body is not read. Throws PartnerUnavailable if there is none. Never follows a redirect. */
  post(request: {
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
    readonly signal: AbortSignal
  }): Promise<number>
}

/** Posts to addresses of integrators, at the hosts that the operator permits. */
export const createWebhookPoster = ({
  outgoing,
  allowPrivate,
  resolve = resolveAll,
}: WebhookPosterOptions): WebhookPoster => {
  const mayUse = (address: string): boolean => allowPrivate || isPublicAddress(address)
  const isListed = (host: string, port: number): boolean => {
    try {
      outgoing.require(host, port)
      return true
    } catch {
      return false
    }
  }
  const judge = (url: string): URL | AddressFault => {
    const parsed = URL.parse(url)
    if (parsed === null || parsed.hostname === '') return 'malformed'
    if (parsed.protocol !== 'https:' && !(allowPrivate && parsed.protocol === 'http:')) return 'https-only'
    if (parsed.username !== '' || parsed.password !== '') return 'credentials'
    const { host, port } = hostAndPort(parsed)
    // IP addresses in the URL never reach the resolver.
    if (isIP(host) !== 0 && !mayUse(host)) return 'not-public'
    return isListed(host, port) ? parsed : 'not-permitted'
  }
  return {
    validateAddress: async (url) => {
      const parsed = judge(url)
      if (typeof parsed === 'string') return parsed
      const { host } = hostAndPort(parsed)
      if (isIP(host) !== 0) return null
      return new Promise((response) => {
        resolve(host, (error, addresses) => {
          if (error || addresses.length === 0) return response('not-found')
          response(addresses.every(({ address }) => mayUse(address)) ? null : 'not-public')
        })
      })
    },
    post: async ({ url, headers, body, signal }) => {
      const parsed = judge(url)
      if (typeof parsed === 'string') throw new PartnerUnavailable(`address-${parsed}`)
      const response = await outgoing
        .fetch(parsed, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'visitkit-webhooks/1' },
          body,
          signal,
          returnsRedirects: true,
        })
        .catch((cause: unknown) => {
          const isAddress = cause instanceof EgressRefused && cause.code === 'address-not-permitted'
          throw new PartnerUnavailable(isAddress ? 'address-not-public' : 'unreachable', { cause })
        })
      await response.body?.cancel()
      return response.status
    },
  }
}
