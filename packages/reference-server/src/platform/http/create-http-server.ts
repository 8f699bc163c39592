import type { IncomingMessage, Server } from 'node:http'
import type { Server as TlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type Koa from 'koa'
import type { DomainModule } from '../contracts/domain-module.ts'
import type { CareRegister } from '../care/care-register.ts'
import type { Identity } from '../identity/create-identity.ts'
import { createPermissions } from '../identity/permissions.ts'
import type { Live } from '../live/create-live.ts'
import type { Logger } from '../logging/logger.ts'
import type { Database } from '../contracts/database.ts'
import type { Ledger } from '../contracts/ledger.ts'
import type { UnitOfWork } from '../contracts/unit-of-work.ts'
import type { Vault } from '../contracts/vault.ts'
import type { SensitiveRegister } from '../sensitive/sensitive-register.ts'
import { bindOperations } from './bind-operations.ts'
import { readContract } from './contract.ts'
import type { Contract } from './contract.ts'
import { createApp } from './create-app.ts'
import { createListener, readTlsOptions, type TlsFiles } from './create-listener.ts'
import { health } from './health.ts'
import { operationPipeline } from './operation-pipeline.ts'
import { rateCostOf } from './read-policies.ts'
import { createClientOrigins } from './client-origins.ts'
import type { Policies } from './read-policies.ts'
import type { RefusalParts } from './refusals.ts'
import { createSealAddress } from './seal-address.ts'
import { readTogetherId } from './steps/read-together.ts'

export type UndeclaredProblem = RefusalParts['onUndeclared']

export interface HttpServerOptions {
  readonly database: Database
  readonly vault: Vault
  readonly ledger: Ledger
  readonly unitOfWork: UnitOfWork
  readonly clock: () => Date
  readonly logger: Logger
  readonly identity: Identity
  readonly live: Live | null
  /** Relationships to work and patients, for reach `assigned`. */
  readonly care: CareRegister
  /** What is withheld from a caller as sensitive. */
  readonly sensitive: SensitiveRegister
  /** Every module with operations: identity's and live's own, and the domains. */
  readonly modules: readonly DomainModule[]
  readonly policies: Policies
  /** Of the deployment, e.g. `us-east`: telephone numbers without a country code are of its country. */
  readonly region?: string
  readonly contract?: Contract
  /** Operations without a handler are left out instead of failing the start. */
  readonly partial?: boolean
  readonly behindTls: boolean
  readonly maxInFlight: number
  /** Number of reverse proxies in front that append to `X-Forwarded-For`. */
  readonly trustedProxies: number
  readonly logRequests: 'all' | 'failures'
  /** Called if an operation refuses with a code that the contract does not declare for it. Default: logs an error. */
  readonly onUndeclared?: UndeclaredProblem
  /** Null: TLS ends at a proxy in front. */
  readonly tls?: TlsFiles | null
  /** Why the audit ledger does not match its checkpoint file or its witness; null while it does. */
  readonly ledgerFault?: () => string | null
  /** Rejects if the server cannot serve requests. */
  readonly ready: () => Promise<unknown>
}

export interface HttpServer {
  readonly app: Koa
  readonly server: Server
  /** Names of the pipeline's steps, in order of execution. */
  readonly steps: readonly string[]
  readonly operations: readonly string[]
  listen(port: number, host: string): Promise<{ port: number; url: string }>
  /** Reads the certificate and its key again, for connections from now on. Throws if they do not fit; those of before then stay. */
  reloadCertificate(): void
  /** Refuses new requests, waits for those under way, closes. */
  close(drainMilliseconds: number): Promise<void>
}

/** The client's address: the entry of `X-Forwarded-For` that the outermost trusted proxy appended. */
export const clientAddress =
  (trustedProxies: number) =>
  (forwardedFor: string | undefined, remote: string | undefined): string => {
    const direct = remote ?? 'unknown'
    if (trustedProxies === 0 || forwardedFor === undefined) return direct
    const hops = forwardedFor.split(',').map((hop) => hop.trim())
    return hops.at(-trustedProxies) || direct
  }

/**
 * Any other offer to upgrade, such as `h2c`, which some clients send with each request, is ignored, and the request is answered as without
 * it (RFC 9110, section 7.8). Node before 24.9 does not ask; there such a request is answered with 404.
 */
const offersWebSocket = ({ headers }: IncomingMessage): boolean =>
  (headers.upgrade ?? '').split(',').some((offer) => offer.trim().toLowerCase() === 'websocket')

/** How long a finished response may take to reach a slow client while the server stops. */
const flushMilliseconds = 2_000

/** Creates everything between the socket and the domains. */
export const createHttpServer = (options: HttpServerOptions): HttpServer => {
  const { identity, live, policies, logger } = options
  const permissions = createPermissions(policies.permissions)
  const routes = bindOperations({
    contract: options.contract ?? readContract(),
    modules: options.modules,
    streams: live?.streams ?? {},
    inPipeline: [readTogetherId],
    isGranted: permissions.isGranted,
    rateCostOf: rateCostOf(policies.rates),
    partial: options.partial ?? false,
    ...(options.region !== undefined && { region: options.region }),
  })
  const isRegisteredOrigin = identity.clients.isRegisteredOrigin
  const { steps, admission } = operationPipeline({
    ...options,
    routes,
    onUndeclared:
      options.onUndeclared ??
      ((operation, code) =>
        logger.error('operation refused with a code that it does not declare', { operation, code })),
    gate: identity.gate,
    origins: createClientOrigins(createSealAddress(options)),
    regions: identity.regions,
    permissions,
    sessionPolicy: policies.sessions,
    isRegisteredOrigin,
    limiter: identity.limiter,
    addressOf: clientAddress(options.trustedProxies),
  })
  const { plain, stopping } = health(options.ready, options.ledgerFault)
  const app = createApp({ routes, steps, plain, logger, behindTls: options.behindTls, isRegisteredOrigin })
  // Never rejects: Koa turns a thrown error into a response or into its `error` event.
  const result = app.callback()
  const server = createListener(
    options.tls ?? null,
    {
      requestTimeout: 30_000,
      headersTimeout: 15_000,
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16 * 1024,
      shouldUpgradeCallback: offersWebSocket,
    },
    (request, response) => void result(request, response),
  )
  live?.attach(server)
  return {
    app,
    server,
    steps: steps.map((step) => step.name),
    operations: routes.map((route) => route.id),
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, () => {
          server.off('error', reject)
          const address = server.address() as AddressInfo
          resolve({
            port: address.port,
            url: `${options.tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
          })
        })
      }),
    reloadCertificate: () => {
      if (options.tls) (server as TlsServer).setSecureContext(readTlsOptions(options.tls))
    },
    close: async (drainMilliseconds) => {
      stopping()
      admission.drain()
      if (!server.listening) return
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await admission.idle(drainMilliseconds)
      await live?.stop()
      // The last responses are still being sent. A connection that has sent its response is idle and is closed.
      const closing = setInterval(() => server.closeIdleConnections(), 20)
      const cut = setTimeout(() => server.closeAllConnections(), flushMilliseconds)
      await closed
      clearInterval(closing)
      clearTimeout(cut)
    },
  }
}
