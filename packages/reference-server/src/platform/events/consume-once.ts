import { sql } from 'kysely'
import { nothingToDo, type BoundReaction, type DomainModule } from '../../domain-module.ts'
import { createAccess } from '../audit/create-access.ts'
import { newId } from '../database/new-id.ts'
import type { AccessRow, Caller, Database, DomainEvent, Keeping, Reading, UnitOfWork, Vault } from '../seams.ts'

/** What the relay needs of a domain. */
export type ConsumingDomain = Pick<DomainModule, 'name' | 'ports' | 'reactions'>

export interface ConsumeOnceOptions {
  readonly database: Database
  readonly unitOfWork: UnitOfWork
  readonly vault: Vault
  readonly clock: () => Date
}
export type ConsumeOnce = (
  domain: ConsumingDomain,
  reaction: BoundReaction,
  event: DomainEvent,
) => Promise<'done' | 'already' | 'nothing'>

/**
 * Runs one reaction for one event: gather, then keep in one transaction with a mark that this consumer has had this event. Delivered
 * again, it finds the mark and does nothing; two deliveries at once meet at the mark, and one of them waits and finds it. What does not
 * concern the domain leaves no mark: delivered again, it is asked again.
 */
export const createConsumeOnce =
  ({ database, unitOfWork, vault, clock }: ConsumeOnceOptions): ConsumeOnce =>
  async (domain, reaction, event) => {
    const caller = systemCaller(reaction.consumer, event.organizationId, clock())
    const access = createAccess(caller, 'organization')
    const situation = { caller, requestId: event.id, now: clock(), access, newId }
    const reading: Reading = {
      ...situation,
      vault,
      db: database.reader({ domain: domain.name, organizationId: event.organizationId }),
    }
    // The binder pairs each reaction with its domain's ports; their type was checked where the domain was composed.
    const gathered = reaction.gather ? await reaction.gather(event, domain.ports as never, reading) : undefined
    // What was read to find that out is recorded all the same.
    if (gathered === nothingToDo && access.touched.size === 0) return 'nothing'
    const { answer } = await unitOfWork.run<'done' | 'already' | 'nothing'>(
      {
        domain: domain.name,
        situation,
        idempotency: null,
        audit: () =>
          [...access.touched].map((patientId) => accessRow(caller, event, access.reason, patientId, situation.now)),
      },
      async (keeping: Keeping) => {
        const marked = await sql`
          insert into platform.consumed (organization_id, consumer, event_id)
          values (${event.organizationId}, ${reaction.consumer}, ${event.id}) on conflict do nothing`.execute(
          keeping.tx,
        )
        if (marked.numAffectedRows !== 1n) return 'already'
        if (gathered === nothingToDo) return 'nothing'
        await reaction.keep(event, gathered as never, keeping)
        return 'done'
      },
    )
    return answer
  }

/** The server itself, on behalf of one consumer. */
export const systemCaller = (consumer: string, organizationId: string, now: Date): Caller => ({
  sessionId: 'system',
  organizationId,
  kind: 'system',
  personId: consumer,
  roles: ['system'],
  patientIds: [],
  practitionerId: null,
  clientId: 'visitkit-server',
  origin: null,
  authenticatedAt: now,
})

const accessRow = (
  caller: Caller,
  event: DomainEvent,
  reason: string | null,
  patientId: string,
  at: Date,
): AccessRow => ({
  id: newId(),
  organizationId: event.organizationId,
  at,
  requestId: event.id,
  operation: caller.personId,
  action: 'execute',
  entity: 'Event',
  entityId: event.id,
  patientId,
  outcome: 'done',
  refusal: null,
  because: reason ?? 'reaction',
  actorKind: 'system',
  actorId: caller.personId,
  actorRole: 'system',
  sessionId: caller.sessionId,
  clientId: caller.clientId,
  purpose: 'HOPERAT',
})
