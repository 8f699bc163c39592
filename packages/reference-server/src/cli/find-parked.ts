import type { ComposedServer } from '../compose-server.ts'
import type { ParkedKind, ParkedThing } from '../platform/contracts/parked.ts'
import { systemSituation, type SystemSituation } from '../platform/system/system-situation.ts'

/** What of a server this needs, as tests compose less. */
export type ParkedServer = Pick<ComposedServer, 'modules'> & {
  readonly platform: Pick<ComposedServer['platform'], 'database' | 'unitOfWork' | 'relay' | 'ledger'>
  readonly organizationIds: () => Promise<readonly string[]>
}

/** Something that stands still, and whose it is. An event comes from the relay, everything else from a domain. */
export interface FoundParked extends ParkedThing {
  readonly kind: ParkedKind['kind'] | 'event'
  readonly organizationId: string
  /** Null for an event. */
  readonly from: { readonly domain: string; readonly kind: ParkedKind } | null
}

/** Of each kind, domain and organization; beyond it somebody retries first and looks again. */
export const mostListed = 1_000

/** Everything that stands still, of every organization, the oldest first. Opens nothing. */
export const findParked = async ({
  modules,
  platform,
  organizationIds,
}: ParkedServer): Promise<readonly FoundParked[]> => {
  const found: FoundParked[] = []
  for (const organizationId of await organizationIds()) {
    for (const { name: domain, parked = [] } of modules) {
      const db = platform.database.reader({ domain, organizationId })
      for (const kind of parked) {
        const { caller } = operatorSituation(organizationId)
        const things = await kind.list({ db, caller }, mostListed)
        found.push(...things.map((thing) => ({ ...thing, kind: kind.kind, organizationId, from: { domain, kind } })))
      }
    }
  }
  for (const { eventId, organizationId, consumer, error, parkedAt, attempts } of await platform.relay.parked())
    found.push({
      kind: 'event',
      id: eventId,
      organizationId,
      what: consumer,
      fault: error,
      since: parkedAt,
      attempts,
      patientId: null,
      isOvertaken: false,
      from: null,
    })
  return found.toSorted((a, b) => a.since.getTime() - b.since.getTime())
}

/** Whoever may run a command on the server's machine. */
export const operator = 'command-line'

/** A situation of the operator in one organization. */
export const operatorSituation = (organizationId: string): SystemSituation =>
  systemSituation(operator, organizationId, new Date())
