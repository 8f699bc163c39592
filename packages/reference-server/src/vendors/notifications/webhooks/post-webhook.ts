import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import { request as requestPlain } from 'node:http'
import { request as requestTls } from 'node:https'
import { isIP } from 'node:net'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import { isPublicAddress } from './public-address.ts'

export type Resolve = (
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

export interface WebhookPosterOptions {
  /** Development only: permits plain HTTP and private addresses. */
  readonly allowPrivate: boolean
  /** Default: the system's resolver. */
  readonly resolve?: Resolve
}
export interface WebhookPoster {
  /** Null if the address may be used; else the reason, as a code. */
  validateAddress(url: string): Promise<'malformed' | 'https-only' | 'credentials' | 'not-public' | 'not-found' | null>
  /** Returns the status of the response, whose body is not read. Throws PartnerUnavailable if there is none. Never follows a redirect. */
  post(request: {
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
    readonly signal: AbortSignal
  }): Promise<number>
}

const resolveAll: Resolve = (hostname, done) => systemLookup(hostname, { all: true, verbatim: true }, done)

/** `[::1]` in a URL, `::1` from the resolver. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

class AddressNotPublic extends Error {}

/**
 * Posts to addresses of integrators. The address is checked at connection time, on the same resolver result that is connected to, so that
 * a name that changes between check and use (DNS rebinding) has no effect.
 */
export const createWebhookPoster = ({ allowPrivate, resolve = resolveAll }: WebhookPosterOptions): WebhookPoster => {
  const mayUse = (address: string): boolean => allowPrivate || isPublicAddress(address)
  const judge = (url: string): URL | 'malformed' | 'https-only' | 'credentials' | 'not-public' => {
    const parsed = URL.parse(url)
    if (parsed === null || parsed.hostname === '') return 'malformed'
    if (parsed.protocol !== 'https:' && !(allowPrivate && parsed.protocol === 'http:')) return 'https-only'
    if (parsed.username !== '' || parsed.password !== '') return 'credentials'
    // IP addresses in the URL never reach the resolver.
    if (isIP(hostOf(parsed)) !== 0 && !mayUse(hostOf(parsed))) return 'not-public'
    return parsed
  }
  return {
    validateAddress: async (url) => {
      const parsed = judge(url)
      if (typeof parsed === 'string') return parsed
      const host = hostOf(parsed)
      if (isIP(host) !== 0) return null
      return new Promise((response) => {
        resolve(host, (error, addresses) => {
          if (error || addresses.length === 0) return response('not-found')
          response(addresses.every(({ address }) => mayUse(address)) ? null : 'not-public')
        })
      })
    },
    post: ({ url, headers, body, signal }) => {
      const parsed = judge(url)
      if (typeof parsed === 'string') return Promise.reject(new PartnerUnavailable(`address-${parsed}`))
      return new Promise((settle, reject) => {
        const send = parsed.protocol === 'https:' ? requestTls : requestPlain
        const request = send(parsed, {
          method: 'POST',
          headers: {
            ...headers,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            'user-agent': 'visitkit-webhooks/1',
          },
          agent: false,
          signal,
          lookup: (hostname, options, done) => {
            resolve(hostname, (error, addresses) => {
              if (error) return done(error, '')
              const good = addresses.filter(({ address }) => mayUse(address))
              const [first] = good
              if (first === undefined || good.length < addresses.length) return done(new AddressNotPublic(), '')
              if (options.all) return done(null, good)
              done(null, first.address, first.family)
            })
          },
        })
        request.on('response', (response) => {
          response.destroy()
          settle(response.statusCode ?? 0)
        })
        request.on('error', (cause) =>
          reject(
            new PartnerUnavailable(cause instanceof AddressNotPublic ? 'address-not-public' : 'unreachable', { cause }),
          ),
        )
        request.end(body)
      })
    },
  }
}
