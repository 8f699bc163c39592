import { CompiledQuery } from 'kysely'
import { insertAccesses } from '../../packages/reference-server/src/platform/audit/access-columns.ts'
import type { ComposedServer } from '../../packages/reference-server/src/compose-server.ts'
import type { Config } from '../../packages/reference-server/src/config.ts'
import {
  createHttpServer,
  type HttpServer,
  type HttpServerOptions,
} from '../../packages/reference-server/src/platform/http/create-http-server.ts'
import {
  rateLimits,
  readPolicies,
  type Policies,
} from '../../packages/reference-server/src/platform/http/read-policies.ts'
import { createLogger } from '../../packages/reference-server/src/platform/logging/logger.ts'
import { createRateLimiter } from '../../packages/reference-server/src/platform/rates/rate-limiter.ts'
import type { Ledger } from '../../packages/reference-server/src/platform/contracts/ledger.ts'
import type { Vault } from '../../packages/reference-server/src/platform/contracts/vault.ts'
import { compressRecord, decompressRecord } from '../../packages/reference-server/src/platform/vault/compress-record.ts'

/**
 * A server with one part replaced, to measure the cost of that part. These variants exist in the bench only: the server itself has no
 * setting that turns recording or encryption off.
 *
 * - `shipped`: nothing is replaced; the reference, so that both sides are a second HTTP server in the process.
 * - `unaudited`: reads are answered without their audit row.
 * - `row-audit`: the usual way, one row in a separate transaction for each read, before the response.
 * - `unencrypted`: a record is stored as it would be without encryption, which is compressed.
 * - `uncompressed`: the same, as plain text.
 * - `unassigned`: practitioners reach every patient, as where an organization opens all charts.
 * - `rate-limited`: with rate limits that no one reaches; the other variants have none.
 * - `static-slots`: the slot search returns its first response, through the same pipeline.
 */
type Part =
  | 'shipped'
  | 'unaudited'
  | 'row-audit'
  | 'unencrypted'
  | 'uncompressed'
  | 'unassigned'
  | 'rate-limited'
  | 'static-slots'

/** `-again` is a second server of the same kind. What the two differ by is what the bench cannot distinguish. */
export type VariantName = Part | `${Part}-again`

export const createVariants = async (server: ComposedServer, config: Config, names: readonly VariantName[]) => {
  const httpServers: HttpServer[] = []
  const urls: Partial<Record<VariantName, string>> = {}
  for (const name of names) {
    const httpServer = createHttpServer({ ...shippedParts(server, config), ...replacedParts(partOf(name), server) })
    httpServers.push(httpServer)
    urls[name] = (await httpServer.listen(0, '127.0.0.1')).url
  }
  return {
    urls,
    stop: async () => {
      for (const httpServer of httpServers) await httpServer.close(1_000)
    },
  }
}

const partOf = (name: VariantName): Part => name.replace(/-again$/, '') as Part

/** Assembles the HTTP server as compose-server does, on the same platform and domains. */
const shippedParts = (
  { platform, identity, live, care, sensitive, modules }: ComposedServer,
  config: Config,
): HttpServerOptions => ({
  database: platform.database,
  vault: platform.vault,
  ledger: platform.ledger,
  unitOfWork: platform.unitOfWork,
  clock: () => new Date(),
  logger: createLogger({ level: 'error' }),
  identity,
  live: null,
  care,
  sensitive,
  partial: true,
  modules: [identity.module, live.module, ...modules],
  policies: readPolicies(),
  behindTls: config.publicUrl.startsWith('https:'),
  maxInFlight: config.maxInFlight,
  trustedProxies: 0,
  logRequests: config.logRequests,
  ready: () => platform.database.ping(),
})

const replacedParts = (
  name: Part,
  { platform, modules, identity, live }: ComposedServer,
): Partial<HttpServerOptions> => {
  const { ledger, database, vault } = platform
  const policies = readPolicies()
  switch (name) {
    case 'shipped':
      return {}
    case 'unaudited':
      return { ledger: { ...ledger, append: () => Promise.resolve() } satisfies Ledger }
    case 'row-audit':
      return {
        ledger: {
          ...ledger,
          append: async (rows) => {
            const { text, values } = insertAccesses(rows)
            await database.readerAcross('audit').executeQuery(CompiledQuery.raw(text, [...values]))
          },
        } satisfies Ledger,
      }
    case 'unencrypted':
      return { vault: withoutEncryption(vault, compressRecord) }
    case 'uncompressed':
      return { vault: withoutEncryption(vault, () => null) }
    case 'unassigned':
      return { policies: { ...policies, permissions: reachingEveryone(policies.permissions) } }
    case 'rate-limited':
      return { identity: { ...identity, limiter: createRateLimiter(rateLimits(withoutEnd(policies.rates))) } }
    case 'static-slots':
      return { modules: [identity.module, live.module, ...modules.map(withStaticSlots)] }
  }
}

const reachingEveryone = (permissions: Policies['permissions']): Policies['permissions'] => {
  const granted = Object.keys(permissions.roles['practitioner'] ?? {})
  const practitioner = Object.fromEntries(granted.map((name) => [name, 'organization' as const]))
  return { ...permissions, roles: { ...permissions.roles, practitioner } }
}

const withoutEnd = (rates: Policies['rates']): Policies['rates'] => ({
  ...rates,
  classes: Object.fromEntries(
    Object.entries(rates.classes).map(([name, limit]) => [name, { ...limit, burst: limit.burst * 1_000_000 }]),
  ),
})

/**
 * Records the access as usual. A decrypted record is stored in memory and read again, as an unencrypted column would be. `compress` returns
 * null for what is stored as text.
 */
const withoutEncryption = (vault: Vault, compress: (text: Buffer) => Buffer | null): Vault => {
  const records = new Map<string, () => Buffer>()
  return {
    ...vault,
    open: async (db, access, place, sealed) => {
      const read = records.get(place.rowId)
      if (read === undefined) {
        const value = await vault.open(db, access, place, sealed)
        const text = Buffer.from(JSON.stringify(value))
        const compressed = compress(text)
        records.set(place.rowId, compressed === null ? () => text : () => decompressRecord(compressed))
        return value as never
      }
      if (place.patientId !== null) access.touch(place.patientId)
      return JSON.parse(read().toString())
    },
  }
}

const withStaticSlots = (module: ComposedServer['modules'][number]): ComposedServer['modules'][number] => ({
  ...module,
  operations: module.operations.map((handler) => {
    if (handler.id !== 'searchSlots') return handler
    let first: Promise<unknown> | null = null
    return {
      id: handler.id,
      // Ports are called and slots searched for the first response only.
      read: async (input, _gathered, context, ports) => {
        first ??= (async () =>
          handler.read?.(input, (await handler.gather?.(input, ports, context)) as never, context, ports))()
        return first
      },
    }
  }),
})
