import type { ComposedServer } from '../compose-server.ts'
import type { DeadLetterKind, DeadLetter } from '../platform/contracts/dead-letter.ts'
import { systemRequestContext, type SystemRequestContext } from '../platform/system/system-request-context.ts'

/** The parts of a server that these commands use. Tests compose only these. */
export type DeadLetterServer = Pick<ComposedServer, 'modules'> & {
  readonly platform: Pick<ComposedServer['platform'], 'database' | 'unitOfWork' | 'relay' | 'ledger'>
  readonly organizationIds: () => Promise<readonly string[]>
}

/** A dead letter and the organization that it belongs to. Events come from the relay, all others from a domain. */
export interface ListedDeadLetter extends DeadLetter {
  readonly kind: DeadLetterKind['kind'] | 'event'
  readonly organizationId: string
  /** Null for an event. */
  readonly from: { readonly domain: string; readonly kind: DeadLetterKind } | null
}

/** Limit for each kind, domain and organization. An operator retries these before listing more. */
export const maxListed = 1_000

/** Lists the dead letters of every organization, oldest first. Decrypts nothing. */
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
        const letters = await kind.list({ db, caller }, maxListed)
        found.push(...letters.map((letter) => ({ ...letter, kind: kind.kind, organizationId, from: { domain, kind } })))
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

/** Actor id of anyone who may run a command on the server's machine. */
export const operator = 'command-line'

/** Request context of the operator in one organization. */
export const operatorRequestContext = (organizationId: string): SystemRequestContext =>
  systemRequestContext(operator, organizationId, new Date())
