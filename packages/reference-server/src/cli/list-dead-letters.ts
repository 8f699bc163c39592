import type { ComposedServer } from '../compose-server.ts'
import type { DeadLetterKind, DeadLetter } from '../platform/contracts/dead-letter.ts'
import { systemRequestContext, type SystemRequestContext } from '../platform/system/system-request-context.ts'

/** What of a server this needs, as tests compose less. */
export type DeadLetterServer = Pick<ComposedServer, 'modules'> & {
  readonly platform: Pick<ComposedServer['platform'], 'database' | 'unitOfWork' | 'relay' | 'ledger'>
  readonly organizationIds: () => Promise<readonly string[]>
}

/** Something that stands still, and whose it is. An event comes from the relay, everything else from a domain. */
export interface ListedDeadLetter extends DeadLetter {
  readonly kind: DeadLetterKind['kind'] | 'event'
  readonly organizationId: string
  /** Null for an event. */
  readonly from: { readonly domain: string; readonly kind: DeadLetterKind } | null
}

/** Of each kind, domain and organization; beyond it somebody retries first and looks again. */
export const maxListed = 1_000

/** Everything that stands still, of every organization, the oldest first. Opens nothing. */
export const listDeadLetters = async ({
  modules,
  platform,
  organizationIds,
}: DeadLetterServer): Promise<readonly ListedDeadLetter[]> => {
  const found: ListedDeadLetter[] = []
  for (const organizationId of await organizationIds()) {
    for (const { name: domain, deadLetters = [] } of modules) {
      const db = platform.database.reader({ domain, organizationId })
      for (const kind of deadLetters) {
        const { caller } = operatorRequestContext(organizationId)
        const things = await kind.list({ db, caller }, maxListed)
        found.push(...things.map((thing) => ({ ...thing, kind: kind.kind, organizationId, from: { domain, kind } })))
      }
    }
  }
  for (const { eventId, organizationId, consumer, error, parkedAt, attempts } of await platform.relay.deadLetters())
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

/** Anyone who may run a command on the server's machine. */
export const operator = 'command-line'

/** A situation of the operator in one organization. */
export const operatorRequestContext = (organizationId: string): SystemRequestContext =>
  systemRequestContext(operator, organizationId, new Date())
