import { Agent as PlainAgent } from 'node:http'
import { Agent as TlsAgent } from 'node:https'
import { connect, isIP, Socket, type LookupFunction } from 'node:net'
import { connect as connectTls, type ConnectionOptions } from 'node:tls'
import { hostAndPort, isDestination, type Destination } from './destination.ts'
import { EgressRefused } from './egress-refused.ts'
import { isPermittedAddress, permittedLookup, resolveAll, type Resolve } from './permitted-address.ts'
import { sendRequest, type OutgoingRequest } from './send-request.ts'

/** The connections to one recipient. Together with send-request.ts, the only code that opens a socket. */
export interface Outgoing {
  /** Like `fetch`, but never follows a redirect. Rejects with EgressRefused before a socket is opened. */
  fetch(url: string | URL, request?: OutgoingRequest): Promise<Response>
  /** A TCP connection, or a TLS connection with `tls`. Throws EgressRefused before a socket is opened. */
  connect(address: { readonly host: string; readonly port: number; readonly tls?: ConnectionOptions }): Socket
  /** A socket for a library that connects it: refuses there. A path is a socket of this machine. */
  socket(): Socket
  /** Throws EgressRefused unless this recipient has the host and port. */
  require(host: string, port: number): void
}

export interface OutgoingOptions {
  readonly destinations: readonly Destination[]
  /** What to do about a refused host, as a sentence. */
  readonly remedy: string
  readonly onRefused?: (refused: EgressRefused) => void
  /** Default: the system's resolver. */
  readonly resolve?: Resolve
  /** False: a new connection for each request. Default: true. */
  readonly keepAlive?: boolean
}

/** Milliseconds that an unused connection stays open. */
const idle = 4_000

export const createOutgoing = (options: OutgoingOptions): Outgoing => {
  const { destinations, remedy, onRefused, resolve = resolveAll, keepAlive = true } = options
  const refuse = (refused: EgressRefused): never => {
    onRefused?.(refused)
    throw refused
  }
  const find = (host: string, port: number): Destination => {
    const found = destinations.find((each) => isDestination(each, host, port))
    if (found === undefined) return refuse(new EgressRefused('host-not-permitted', `${host}:${port}`, remedy))
    // An IP address never reaches the resolver.
    if (isIP(found.host) === 0 && isIP(host) !== 0 && !isPermittedAddress(host, found.mayBePrivate))
      return refuse(new EgressRefused('address-not-permitted', host, remedy))
    return found
  }
  const lookups = new Map<boolean, LookupFunction>()
  const lookupFor = ({ mayBePrivate }: Destination): LookupFunction => {
    const known = lookups.get(mayBePrivate)
    if (known !== undefined) return known
    const checked = permittedLookup(resolve, mayBePrivate)
    const lookup: LookupFunction = (hostname, asked, done) =>
      checked(hostname, asked, (error, address, family) => {
        if (error instanceof EgressRefused) onRefused?.(error)
        done(error, address, family)
      })
    lookups.set(mayBePrivate, lookup)
    return lookup
  }
  const agents = {
    'http:': new PlainAgent({ keepAlive, timeout: idle }),
    'https:': new TlsAgent({ keepAlive, timeout: idle }),
  }

  return {
    require: (host, port) => void find(host, port),
    fetch: async (url, request = {}) => {
      const target = new URL(url)
      const { host, port } = hostAndPort(target)
      const lookup = lookupFor(find(host, port))
      const agent = agents[target.protocol as keyof typeof agents]
      return sendRequest(target, { ...request, lookup, agent }).catch((error: unknown) => {
        if (error instanceof EgressRefused && error.code === 'redirected') onRefused?.(error)
        throw error
      })
    },
    connect: ({ host, port, tls }) => {
      const lookup = lookupFor(find(host, port))
      return tls === undefined ? connect({ host, port, lookup }) : connectTls({ ...tls, host, port, lookup })
    },
    socket: () => {
      const socket = new Socket()
      const open = socket.connect.bind(socket)
      const guarded = (at: number | string, host = 'localhost'): Socket => {
        if (typeof at === 'string') return open(at)
        try {
          return open({ host, port: at, lookup: lookupFor(find(host, at)) })
        } catch (error) {
          return socket.destroy(error as Error)
        }
      }
      return Object.assign(socket, { connect: guarded })
    },
  }
}
