import type { components } from '@visitkit/contract'
import { sql, type Selectable } from 'kysely'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { isUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { AnyKysely, RowLock } from '../../../platform/contracts/database.ts'
import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
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

const endpointOf = (row: EndpointRow): Endpoint => ({
  id: row.id,
  url: row.url,
  events: row.events,
  status: row.status,
  statusReason: row.disabled_reason,
  failingSince: row.failing_since,
  lastDeliveredAt: row.last_delivered_at,
  createdAt: row.created_at,
  version: row.version,
})

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

const changeable = (endpoint: Endpoint) => ({
  url: endpoint.url,
  events: [...endpoint.events],
  status: endpoint.status,
  disabled_reason: endpoint.statusReason,
  failing_since: endpoint.failingSince,
  last_delivered_at: endpoint.lastDeliveredAt,
  version: endpoint.version,
})

export const insertEndpoint = async (
  tx: AnyKysely,
  { caller, vault }: Pick<RequestContext, 'caller' | 'vault'>,
  endpoint: Endpoint,
  secret: string,
): Promise<void> => {
  const { organizationId } = caller
  const place = { organizationId, table: endpoints, rowId: endpoint.id, patientId: null }
  await tablesOf(tx)
    .insertInto(endpoints)
    .values({
      organization_id: organizationId,
      id: endpoint.id,
      created_at: endpoint.createdAt,
      ...changeable(endpoint),
      sealed: await vault.seal(tx, place, { secret }),
    })
    .execute()
}

export const updateEndpoint = async (tx: AnyKysely, endpoint: Endpoint): Promise<void> => {
  await tablesOf(tx).updateTable(endpoints).set(changeable(endpoint)).where('id', '=', endpoint.id).execute()
}

/** All endpoints, in the order in which they were added; a hundred at most. */
export const listEndpoints = async (db: AnyKysely): Promise<Endpoint[]> =>
  (await tablesOf(db).selectFrom(endpoints).selectAll().orderBy('id').execute()).map(endpointOf)

/** An enabled endpoint and the events that it subscribes to; `*` means all. */
export interface ActiveEndpoint {
  readonly id: string
  readonly events: readonly SubscribedEvent[]
}

export const listActiveEndpoints = (db: AnyKysely): Promise<ActiveEndpoint[]> =>
  tablesOf(db).selectFrom(endpoints).select(['id', 'events']).where('status', '=', 'active').orderBy('id').execute()

/** Serializes the adding of endpoints, so that concurrent requests cannot exceed the limit. */
export const lockEndpoints = async (tx: AnyKysely, organizationId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`messaging.endpoints/${organizationId}`}, 0))`.execute(tx)
}

export const findEndpoint = async (db: AnyKysely, id: string, lock: RowLock = 'none'): Promise<Endpoint | null> => {
  if (!isUuid(id)) return null
  const row = await tablesOf(db)
    .selectFrom(endpoints)
    .selectAll()
    .where('id', '=', id)
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  return row ? endpointOf(row) : null
}

export const readEndpoint = async (db: AnyKysely, id: string, lock: RowLock = 'none'): Promise<Endpoint> => {
  const endpoint = await findEndpoint(db, id, lock)
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

const deliveryOf = (row: DeliveryRow): WebhookDelivery => ({
  id: row.id,
  endpointId: row.endpoint_id,
  event: row.event,
  eventId: row.event_id,
  patientId: row.patient_id,
  body: row.body,
  status: row.status,
  transmissionId: row.transmission_id,
  attempts: row.attempts,
  lastResponse: row.last_answer,
  createdAt: row.created_at,
  settledAt: row.settled_at,
})

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

/** A statement to queue with its transmission. */
export const insertWebhookDeliveryStatement = (tx: AnyKysely, organizationId: string, delivery: WebhookDelivery) =>
  tablesOf(tx)
    .insertInto(deliveries)
    .values({
      organization_id: organizationId,
      id: delivery.id,
      endpoint_id: delivery.endpointId,
      event: delivery.event,
      event_id: delivery.eventId,
      patient_id: delivery.patientId,
      body: JSON.stringify(delivery.body),
      status: delivery.status,
      transmission_id: delivery.transmissionId,
      attempts: delivery.attempts,
      created_at: delivery.createdAt,
    })
    .returning('id')

/** A statement to queue with its transmission. */
export const updateWebhookDeliveryStatement = (tx: AnyKysely, delivery: WebhookDelivery) =>
  tablesOf(tx)
    .updateTable(deliveries)
    .set({
      status: delivery.status,
      transmission_id: delivery.transmissionId,
      attempts: delivery.attempts,
      last_answer: delivery.lastResponse,
      settled_at: delivery.settledAt,
    })
    .where('id', '=', delivery.id)
    .returning('id')

export const updateWebhookDelivery = async (tx: AnyKysely, delivery: WebhookDelivery): Promise<void> => {
  await updateWebhookDeliveryStatement(tx, delivery).execute()
}

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
  lock: RowLock = 'none',
): Promise<WebhookDelivery | null> => {
  if (!isUuid(id) || !isUuid(endpointId)) return null
  const row = await tablesOf(db)
    .selectFrom(deliveries)
    .selectAll()
    .where('id', '=', id)
    .where('endpoint_id', '=', endpointId)
    .$if(lock === 'for-update', (query) => query.forUpdate())
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
