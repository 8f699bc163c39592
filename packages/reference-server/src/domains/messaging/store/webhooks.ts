import type { components } from '@visitkit/contract'
import { sql, type Selectable } from 'kysely'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { isUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { listVersion } from '../../../platform/database/changes/list-version.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import { factsInMemory } from '../../../platform/database/facts/fact-memory.ts'
import { preparedRead } from '../../../platform/database/reads/prepared-read.ts'
import { tablesOf, type DeliveredEvent, type MessagingTables, type SubscribedEvent } from './tables.ts'

type EndpointRow = Selectable<MessagingTables['messaging.webhook_endpoints']>
type DeliveryRow = Selectable<MessagingTables['messaging.webhook_deliveries']>
const endpoints = 'messaging.webhook_endpoints'
const deliveries = 'messaging.webhook_deliveries'

export interface Endpoint {
  readonly id: string
  readonly url: string
  readonly events: readonly SubscribedEvent[]
  readonly status: 'active' | 'disabled'
  readonly statusReason: 'failing' | 'member' | null
  /** The time since which no delivery succeeded. */
  readonly failingSince: Date | null
  readonly lastDeliveredAt: Date | null
  readonly createdAt: Date
  readonly version: number
}

const endpointTable = factTable<Endpoint>(
  endpoints,
  {
    id: ['id', 'uuid'],
    url: ['url', 'text'],
    events: ['events', 'text[]'],
    status: ['status', 'text'],
    statusReason: ['disabled_reason', 'text'],
    failingSince: ['failing_since', 'timestamptz'],
    lastDeliveredAt: ['last_delivered_at', 'timestamptz'],
    createdAt: ['created_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  // Deliveries record their success without a version.
  { fixed: ['lastDeliveredAt', 'createdAt'], sealedFor: () => null },
)

const endpointOf = (row: EndpointRow): Endpoint => endpointTable.factOf({ ...row })

export const presentEndpoint = (endpoint: Endpoint): components['schemas']['WebhookEndpoint'] => ({
  id: endpoint.id,
  url: endpoint.url,
  events: [...endpoint.events],
  status: endpoint.status,
  ...(endpoint.statusReason !== null && { statusReason: endpoint.statusReason }),
  createdAt: endpoint.createdAt.toISOString(),
  ...(endpoint.lastDeliveredAt !== null && { lastDeliveredAt: endpoint.lastDeliveredAt.toISOString() }),
  version: endpoint.version,
})

export const insertEndpoint = (endpoint: Endpoint, secret: string): Write => endpointTable.insert(endpoint, { secret })

/** Conditional: the endpoint is still as gathered in `before`, apart from its last delivery. */
export const replaceEndpoint = (after: Endpoint, before: Endpoint): Write => endpointTable.replace(after, before)

/** Turns off an endpoint that fails. Conditional: no member has changed it, and it has accepted no delivery in the meantime. */
export const disableEndpoint = (after: Endpoint, before: Endpoint): Write => ({
  statement: disable,
  values: [after.id, after.statusReason, after.failingSince, after.version, before.version, before.lastDeliveredAt],
})
const disable = writeStatement({
  kind: 'update',
  table: endpoints,
  set: `status = 'disabled', disabled_reason = $2::text, failing_since = $3::timestamptz, version = $4::integer`,
  where: `id = $1::uuid and version = $5::integer and last_delivered_at is not distinct from $6::timestamptz`,
  isConditional: true,
})

/** The endpoint has accepted a delivery. Not conditional: several may be accepted at once. */
export const recordDelivered = (endpointId: string, at: Date): Write => ({
  statement: accepted,
  values: [endpointId, at],
})
const accepted = writeStatement({
  kind: 'update',
  table: endpoints,
  set: 'last_delivered_at = greatest(last_delivered_at, $2::timestamptz), failing_since = null',
  where: 'id = $1::uuid',
  isConditional: false,
})

/** The endpoints of an organization, with the version of their list; 0 before the first one. */
export interface EndpointList {
  readonly version: number
  readonly endpoints: readonly Endpoint[]
}

/** The version is read first: an endpoint that is added in the meantime then outdates it. */
export const readEndpointList = async (db: AnyKysely): Promise<EndpointList> => {
  const row = await tablesOf(db).selectFrom('messaging.endpoint_lists').select('version').executeTakeFirst()
  return { version: row?.version ?? 0, endpoints: await listEndpoints(db) }
}

/** Marks that an endpoint is added or enabled. Conditional: none was since the list was gathered. */
export const replaceEndpointList = (organizationId: string, { version }: EndpointList): Write =>
  nextVersion(organizationId, version)
const nextVersion = listVersion('messaging.endpoint_lists')

/** All endpoints, in the order in which they were added; a hundred at most. */
export const listEndpoints = async (db: AnyKysely): Promise<Endpoint[]> =>
  (await tablesOf(db).selectFrom(endpoints).selectAll().orderBy('id').execute()).map(endpointOf)

/** An enabled endpoint and the events that it subscribes to; `*` means all. */
export interface ActiveEndpoint {
  readonly id: string
  readonly events: readonly SubscribedEvent[]
}

export const listActiveEndpoints = (db: AnyKysely): Promise<readonly ActiveEndpoint[]> =>
  activeInMemory(db, 'all', () => selectActive(db, {}))
const activeInMemory = factsInMemory('messaging.active-endpoints', { 'messaging.webhook-endpoint-changed': () => null })
const selectActive = preparedRead((db) =>
  tablesOf(db).selectFrom(endpoints).select(['id', 'events']).where('status', '=', 'active').orderBy('id'),
)

export const findEndpoint = async (db: AnyKysely, id: string): Promise<Endpoint | null> => {
  if (!isUuid(id)) return null
  const row = await tablesOf(db).selectFrom(endpoints).selectAll().where('id', '=', id).executeTakeFirst()
  return row ? endpointOf(row) : null
}

export const readEndpoint = async (db: AnyKysely, id: string): Promise<Endpoint> => {
  const endpoint = await findEndpoint(db, id)
  if (!endpoint) throw notFound('endpoint_unknown')
  return endpoint
}

/** Decrypted only for signing. */
export const decryptSecret = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  endpointId: string,
): Promise<string> => {
  const { sealed } = await tablesOf(db)
    .selectFrom(endpoints)
    .select('sealed')
    .where('id', '=', endpointId)
    .executeTakeFirstOrThrow()
  const place = { organizationId: caller.organizationId, table: endpoints, rowId: endpointId, patientId: null }
  return (await vault.open<{ secret: string }>(db, access, place, sealed)).secret
}

export interface WebhookDelivery {
  readonly id: string
  readonly endpointId: string
  readonly event: DeliveredEvent
  readonly eventId: string
  readonly patientId: string | null
  readonly body: Readonly<Record<string, unknown>>
  readonly status: 'queued' | 'delivered' | 'failed'
  readonly transmissionId: string | null
  readonly attempts: number
  readonly lastResponse: string | null
  readonly createdAt: Date
  readonly settledAt: Date | null
}

const deliveryOf = (row: DeliveryRow): WebhookDelivery => ({ ...deliveryTable.factOf({ ...row }), body: row.body })

export const presentWebhookDelivery = (delivery: WebhookDelivery): components['schemas']['WebhookDelivery'] => ({
  id: delivery.id,
  endpointId: delivery.endpointId,
  event: delivery.event,
  status: delivery.status,
  attempts: delivery.attempts,
  ...(delivery.lastResponse !== null && { lastResponse: delivery.lastResponse }),
  createdAt: delivery.createdAt.toISOString(),
  ...(delivery.settledAt !== null && { settledAt: delivery.settledAt.toISOString() }),
})

interface WebhookDeliveryRow extends Omit<WebhookDelivery, 'body'> {
  /** JSON. */
  readonly body: string
}

const deliveryTable = factTable<WebhookDeliveryRow>(
  deliveries,
  {
    id: ['id', 'uuid'],
    endpointId: ['endpoint_id', 'uuid'],
    event: ['event', 'text'],
    eventId: ['event_id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    body: ['body', 'jsonb'],
    status: ['status', 'text'],
    transmissionId: ['transmission_id', 'uuid'],
    attempts: ['attempts', 'integer'],
    lastResponse: ['last_answer', 'text'],
    createdAt: ['created_at', 'timestamptz'],
    settledAt: ['settled_at', 'timestamptz'],
  },
  {
    fixed: ['endpointId', 'event', 'eventId', 'patientId', 'body', 'createdAt'],
    guard: ['status', 'transmissionId'],
  },
)

const deliveryRowOf = (delivery: WebhookDelivery): WebhookDeliveryRow => ({
  ...delivery,
  body: JSON.stringify(delivery.body),
})

export const insertWebhookDelivery = (delivery: WebhookDelivery): Write => deliveryTable.insert(deliveryRowOf(delivery))

/** Conditional: the delivery is still as gathered in `before`. */
export const replaceWebhookDelivery = (after: WebhookDelivery, before: WebhookDelivery): Write =>
  deliveryTable.replace(deliveryRowOf(after), deliveryRowOf(before))

/** While a delivery is in progress, its attempts and its last fault come from its transmission. */
const withProgress = (db: AnyKysely) =>
  tablesOf(db)
    .selectFrom(`${deliveries} as delivery`)
    .leftJoin(
      sql<{
        organization_id: string
        id: string
        attempt: number
        last_fault: string | null
      }>`messaging.transmissions`.as('transmission'),
      (join) =>
        join
          .onRef('transmission.organization_id', '=', 'delivery.organization_id')
          .onRef('transmission.id', '=', 'delivery.transmission_id'),
    )
    .selectAll('delivery')
    .select([
      sql<number>`delivery.attempts + coalesce(transmission.attempt, 0)`.as('attempts'),
      sql<string | null>`coalesce(transmission.last_fault, delivery.last_answer)`.as('last_answer'),
    ])

export const findWebhookDelivery = async (
  db: AnyKysely,
  endpointId: string,
  id: string,
): Promise<WebhookDelivery | null> => {
  if (!isUuid(id) || !isUuid(endpointId)) return null
  const row = await tablesOf(db)
    .selectFrom(deliveries)
    .selectAll()
    .where('id', '=', id)
    .where('endpoint_id', '=', endpointId)
    .executeTakeFirst()
  return row ? deliveryOf(row) : null
}

/** Newest first. */
export const listWebhookDeliveries = async (
  db: AnyKysely,
  endpointId: string,
  page: PageCursor,
): Promise<WebhookDelivery[]> => {
  const rows = await withProgress(db)
    .where('delivery.endpoint_id', '=', endpointId)
    .$call(newestFirst(page, 'delivery.id'))
    .execute()
  return rows.map((row) => deliveryOf(row as DeliveryRow))
}
