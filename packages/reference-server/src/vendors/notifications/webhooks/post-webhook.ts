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
  /** Development only: plain HTTP and addresses of this machine and this network. */
  readonly allowPrivate: boolean
  /** Default: the system's resolver. */
  readonly resolve?: Resolve
}
export interface WebhookPoster {
  /** Null when the address may be used; else why not, as a code. */
  validateAddress(url: string): Promise<'malformed' | 'https-only' | 'credentials' | 'not-public' | 'not-found' | null>
  /** The status of the answer; its body is not read. Throws PartnerUnavailable when there is none. Never follows a redirect. */
  post(request: {
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
    readonly signal: AbortSignal
  }): Promise<number>
}

const resolveAll: Resolve = (hostname, done) => systemLookup(hostname, { all: true, verbatim: true }, done)

/** `[::1]` as a URL writes it, `::1` as the resolver does. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

class AddressNotPublic extends Error {}

/**
 * Posts to addresses that integrators gave us. The address is judged when the connection is made, from the same answer of the resolver
 * that is connected to: a name that changes between the check and the use (DNS rebinding) gains nothing.
 */
export const createWebhookPoster = ({ allowPrivate, resolve = resolveAll }: WebhookPosterOptions): WebhookPoster => {
  const mayUse = (address: string): boolean => allowPrivate || isPublicAddress(address)
  const judge = (url: string): URL | 'malformed' | 'https-only' | 'credentials' | 'not-public' => {
    const parsed = URL.parse(url)
    if (parsed === null || parsed.hostname === '') return 'malformed'
    if (parsed.protocol !== 'https:' && !(allowPrivate && parsed.protocol === 'http:')) return 'https-only'
    if (parsed.username !== '' || parsed.password !== '') return 'credentials'
    // Addresses written as numbers are never asked of a resolver.
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
