import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { newId } from '../database/ids/new-id.ts'
import type { AnyKysely, Database } from '../contracts/database.ts'
import type { ActorRole } from '../contracts/caller.ts'
import { createSecretVerifier, hashRandomSecret, hashSecret, isOutdated } from './client-secret.ts'
import { faultOfSecret } from './fault-of-secret.ts'
import {
  requireOrigin,
  requireRole,
  type GrantType,
  type RegisteredClient,
  type RegisteredIssuer,
} from './registered-client.ts'
import type { CheckUnproven } from './unproven-queue.ts'

type ClientTables = {
  'identity.clients': {
    organization_id: string
    id: string
    client_id: string
    name: string
    roles: ActorRole[]
    secret_hash: string
    grants: string[]
    kiosk: boolean
    removed_at: Date | null
  }
  'identity.client_directory': { client_id: string; organization_id: string; origins: string[]; region: string | null }
  'identity.issuers': {
    organization_id: string
    id: string
    issuer: string
    jwks_uri: string
    audience: string
    client_id: string
    removed_at: Date | null
  }
}

interface LoadedClient {
  readonly client: RegisteredClient
  readonly secretHash: string
}

const tables = (db: AnyKysely): Kysely<ClientTables> => db

export interface ClientRegistry {
  /** Registers a client, or updates an existing one. Returns its secret, which is not stored. */
  register(
    client: Omit<RegisteredClient, 'roles' | 'isKiosk'> &
      Partial<Pick<RegisteredClient, 'roles' | 'isKiosk'>> & { readonly secret?: string },
  ): Promise<{ secret: string }>
  registerIssuer(organizationId: string, issuer: RegisteredIssuer): Promise<void>
  /** The client of that id if the secret is correct. An unknown client takes as long as a wrong secret. */
  authenticate(
    clientId: string,
    secret: string,
    now: Date,
    address: string,
  ): Promise<{ readonly client: RegisteredClient | null; readonly isProven: boolean }>
  /** A client by its id alone, for refreshes by public clients. */
  find(clientId: string): Promise<RegisteredClient | null>
  /** Whose client it is, also after it was removed; null if it is not known here. */
  organizationOf(clientId: string): Promise<string | null>
  findIssuer(organizationId: string, issuer: string): Promise<RegisteredIssuer | null>
  /** Names of clients, by id. Unknown ids are left out. */
  namesOf(organizationId: string, clientIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  issuersOf(organizationId: string): Promise<readonly RegisteredIssuer[]>
  /**
   * The portal at which the organization's people sign in: the first origin of its first portal; null if none is registered. From memory.
   */
  portalOf(organizationId: string): Promise<string | null>
  /** Notes that an organization and its client are in another region. Nothing else is stored about them. */
  registerElsewhere(client: {
    readonly organizationId: string
    readonly clientId: string
    readonly region: string
  }): Promise<void>
  /** The other region of an organization, or of a client; null if it is here or not known. From memory; see `refreshOrigins`. */
  regionOfOrganization(organizationId: string): string | null
  regionOfClient(clientId: string): string | null
  /** Every organization of this region that has a client. */
  organizationIds(): Promise<readonly string[]>
  /** All that clients of this region registered, once each. */
  origins(): Promise<readonly string[]>
  /** Whether a client of any organization registered this origin. From memory; see `refreshOrigins`. */
  isRegisteredOrigin(origin: string): boolean
  /** Reads the origins again: at start and every few seconds, because another process may have registered one. */
  refreshOrigins(): Promise<void>
}

export const createClientRegistry = (
  database: Database,
  checkUnproven: CheckUnproven = (_address, _claim, check) => check(),
): ClientRegistry => {
  const verify = createSecretVerifier((check, { address, clientId }) => checkUnproven(address, clientId, check))
  let origins: ReadonlySet<string> = new Set()
  let organizationsElsewhere: ReadonlyMap<string, string> = new Map()
  let clientsElsewhere: ReadonlyMap<string, string> = new Map()
  let portals: ReadonlyMap<string, string | null> = new Map()
  // The directory has no row security, so it is read without an organization.
  const directory = () => tables(database.reader({ domain: 'identity', organizationId: '' }))
  const within = (organizationId: string) => tables(database.reader({ domain: 'identity', organizationId }))

  const refreshOrigins = async (): Promise<void> => {
    const rows = await directory()
      .selectFrom('identity.client_directory')
      .select(['client_id', 'organization_id', 'origins', 'region'])
      .orderBy('client_id')
      .execute()
    origins = new Set(rows.flatMap((row) => row.origins))
    const firsts = new Map<string, string | null>()
    for (const { organization_id: id, origins: own } of rows) firsts.set(id, firsts.get(id) ?? own[0] ?? null)
    portals = firsts
    const elsewhere = rows.flatMap(({ region, ...row }) => (region === null ? [] : [{ ...row, region }]))
    organizationsElsewhere = new Map(elsewhere.map((row) => [row.organization_id, row.region]))
    clientsElsewhere = new Map(elsewhere.map((row) => [row.client_id, row.region]))
  }

  const load = async (clientId: string): Promise<LoadedClient | null> => {
    const entry = await directory()
      .selectFrom('identity.client_directory')
      .selectAll()
      .where('client_id', '=', clientId)
      .executeTakeFirst()
    if (entry === undefined) return null
    const row = await within(entry.organization_id)
      .selectFrom('identity.clients')
      .selectAll()
      .where('client_id', '=', clientId)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (row === undefined) return null
    return {
      client: {
        organizationId: entry.organization_id,
        clientId,
        name: row.name,
        grants: row.grants as GrantType[],
        roles: row.roles,
        origins: entry.origins,
        isKiosk: row.kiosk,
      },
      secretHash: row.secret_hash,
    }
  }

  const replaceHash = async ({ client, secretHash }: LoadedClient, next: string): Promise<void> => {
    const { organizationId, clientId } = client
    await database.transact({ domain: 'identity', organizationId }, async (tx) => {
      await tables(tx)
        .updateTable('identity.clients')
        .set({ secret_hash: next })
        .where('client_id', '=', clientId)
        .where('secret_hash', '=', secretHash)
        .execute()
    })
  }

  const toIssuer = (row: ClientTables['identity.issuers']): RegisteredIssuer => ({
    issuer: row.issuer,
    jwksUri: row.jwks_uri,
    audience: row.audience,
    clientId: row.client_id,
  })

  return {
    register: async (client) => {
      const { organizationId, clientId, name, grants, origins: allowed, roles = ['service'], isKiosk = false } = client
      const secret = client.secret ?? randomBytes(32).toString('base64url')
      const fault = client.secret === undefined ? null : faultOfSecret(client.secret, [clientId, name])
      if (fault !== null) throw new Error(fault)
      for (const origin of allowed) requireOrigin(origin)
      for (const role of roles) requireRole(role)
      const secretHash = client.secret === undefined ? hashRandomSecret(secret) : await hashSecret(secret)
      const values = {
        name,
        roles: [...roles],
        secret_hash: secretHash,
        grants: [...grants],
        kiosk: isKiosk,
        removed_at: null,
      }
      await database.transact({ domain: 'identity', organizationId }, async (tx) => {
        const entry = await tables(tx)
          .insertInto('identity.client_directory')
          .values({ client_id: clientId, organization_id: organizationId, origins: [...allowed], region: null })
          .onConflict((conflict) =>
            conflict
              .column('client_id')
              .doUpdateSet({ origins: [...allowed], region: null })
              .where('identity.client_directory.organization_id', '=', organizationId),
          )
          .executeTakeFirst()
        if (entry.numInsertedOrUpdatedRows !== 1n)
          throw new Error(`The client id ${clientId} belongs to another organization.`)
        await tables(tx)
          .insertInto('identity.clients')
          .values({ organization_id: organizationId, id: newId(), client_id: clientId, ...values })
          .onConflict((conflict) => conflict.columns(['organization_id', 'client_id']).doUpdateSet(values))
          .execute()
      })
      await refreshOrigins()
      return { secret }
    },

    registerIssuer: async (organizationId, { issuer, jwksUri, audience, clientId }) => {
      const values = { jwks_uri: jwksUri, audience, client_id: clientId, removed_at: null }
      await database.transact({ domain: 'identity', organizationId }, async (tx) => {
        await tables(tx)
          .insertInto('identity.issuers')
          .values({ organization_id: organizationId, id: newId(), issuer, ...values })
          .onConflict((conflict) => conflict.columns(['organization_id', 'issuer']).doUpdateSet(values))
          .execute()
      })
    },

    authenticate: async (clientId, secret, now, address) => {
      const found = await load(clientId)
      const isProven = await verify(secret, found?.secretHash ?? null, now.getTime(), { address, clientId })
      if (found && isProven && isOutdated(found.secretHash)) await replaceHash(found, await hashSecret(secret))
      return { client: found?.client ?? null, isProven }
    },
    find: async (clientId) => (await load(clientId))?.client ?? null,
    organizationOf: async (clientId) => {
      const entry = await directory()
        .selectFrom('identity.client_directory')
        .select('organization_id')
        .where('client_id', '=', clientId)
        .where('region', 'is', null)
        .executeTakeFirst()
      return entry?.organization_id ?? null
    },
    findIssuer: async (organizationId, issuer) => {
      const row = await within(organizationId)
        .selectFrom('identity.issuers')
        .selectAll()
        .where('issuer', '=', issuer)
        .where('removed_at', 'is', null)
        .executeTakeFirst()
      return row === undefined ? null : toIssuer(row)
    },
    namesOf: async (organizationId, clientIds) => {
      if (clientIds.length === 0) return new Map()
      const rows = await within(organizationId)
        .selectFrom('identity.clients')
        .select(['client_id', 'name'])
        .where('client_id', 'in', clientIds)
        .execute()
      return new Map(rows.map((row) => [row.client_id, row.name]))
    },
    issuersOf: async (organizationId) => {
      const rows = await within(organizationId)
        .selectFrom('identity.issuers')
        .selectAll()
        .where('removed_at', 'is', null)
        .orderBy('issuer')
        .execute()
      return rows.map(toIssuer)
    },
    portalOf: async (organizationId) => {
      if (!portals.has(organizationId)) await refreshOrigins()
      return portals.get(organizationId) ?? null
    },
    organizationIds: async () => {
      const rows = await directory()
        .selectFrom('identity.client_directory')
        .select('organization_id')
        .where('region', 'is', null)
        .distinct()
        .orderBy('organization_id')
        .execute()
      return rows.map((row) => row.organization_id)
    },
    registerElsewhere: async ({ organizationId, clientId, region }) => {
      await database.transact({ domain: 'identity', organizationId }, async (tx) => {
        const entry = await tables(tx)
          .insertInto('identity.client_directory')
          .values({ client_id: clientId, organization_id: organizationId, origins: [], region })
          .onConflict((conflict) =>
            conflict
              .column('client_id')
              .doUpdateSet({ origins: [], region })
              .where('identity.client_directory.organization_id', '=', organizationId),
          )
          .executeTakeFirst()
        if (entry.numInsertedOrUpdatedRows !== 1n)
          throw new Error(`The client id ${clientId} belongs to another organization.`)
      })
      await refreshOrigins()
    },
    regionOfOrganization: (organizationId) => organizationsElsewhere.get(organizationId) ?? null,
    regionOfClient: (clientId) => clientsElsewhere.get(clientId) ?? null,
    origins: async () => {
      await refreshOrigins()
      return [...origins].toSorted()
    },
    isRegisteredOrigin: (origin) => origins.has(origin),
    refreshOrigins,
  }
}
