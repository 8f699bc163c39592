import { sql } from 'kysely'
import type { WriteContext } from '../contracts/context.ts'
import { currentTransaction } from '../database/pool/transaction-context.ts'
import type { EndingSession } from './end-session-record.ts'
import { sessionEnded } from './events.ts'
import type { SessionCache } from './session-cache.ts'
import { sessionChannel } from './session-store.ts'

/**
 * Removes a portal or program whose secret is no longer safe: from then on it gets no session and refreshes none, no page of its origins may
 * ask, and its sessions end in every process. What was named for them ends too, also of those that idled out in a call. Null if the
 * organization has no such client; otherwise how many sessions ended. Registering it again undoes the removal.
 */
export const removeClient = async (
  { tx, emit, now, caller: { organizationId } }: Pick<WriteContext, 'tx' | 'emit' | 'now' | 'caller'>,
  clientId: string,
  sessions: () => SessionCache,
): Promise<number | null> => {
  const { rows: known } = await sql`
    update identity.clients set removed_at = coalesce(removed_at, ${now})
    where organization_id = ${organizationId} and client_id = ${clientId} returning id`.execute(tx)
  if (known.length === 0) return null
  await sql`
    update identity.client_directory set origins = '{}'
    where organization_id = ${organizationId} and client_id = ${clientId}`.execute(tx)
  const { rows: ended } = await sql<Pick<EndingSession, 'id' | 'personId' | 'kind'>>`
    update identity.sessions set ended_at = ${now}, end_reason = 'access-withdrawn'
    where organization_id = ${organizationId} and client_id = ${clientId} and ended_at is null
    returning id, person_id as "personId", kind`.execute(tx)
  const { rows: idled } = await sql<Pick<EndingSession, 'id' | 'personId' | 'kind'>>`
    select id, person_id as "personId", kind from identity.sessions
    where organization_id = ${organizationId} and client_id = ${clientId}
      and end_reason = 'idle' and absolute_ends_at > ${now}`.execute(tx)
  await sql`
    select pg_notify(${sessionChannel}, ${`${organizationId} `} || id || ' access-withdrawn')
    from unnest(${ended.map(({ id }) => id)}::text[]) as ended (id)`.execute(tx)
  for (const { id, personId, kind } of [...ended, ...idled])
    await emit(sessionEnded({ sessionId: id, personId, personKind: kind, reason: 'access-withdrawn' }))
  currentTransaction()?.onCommit(() => {
    for (const { id } of ended) sessions().markEnded(organizationId, id, 'access-withdrawn')
  })
  return ended.length
}
