import { sql } from 'kysely'
import { nothingToDo, type BoundReaction, type DomainModule } from '../../domain-module.ts'
import { systemAccess } from '../audit/system-access.ts'
import { systemSituation } from '../audit/system-situation.ts'
import type { PlatformDatabase } from '../database/open-database.ts'
import type { DomainEvent, Keeping, Reading, Statement, UnitOfWork, Vault, WorkRequest } from '../seams.ts'

/** What the relay needs of a domain. */
export type ConsumingDomain = Pick<DomainModule, 'name' | 'accessReason' | 'ports' | 'reactions'>

export interface ConsumeOnceOptions {
  readonly database: PlatformDatabase
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
 * Runs one reaction for one event: gather, then keep in one transaction with a mark that this consumer has had this event. The mark goes
 * in last, with the events and audit rows: delivered again, whatever the reaction did is rolled back at the mark that stands already, or
 * failed before on its own traces. Two deliveries at once meet at the mark as well. What does not concern the domain leaves no mark:
 * delivered again, it is asked again.
 */
export const createConsumeOnce =
  ({ database, unitOfWork, vault, clock }: ConsumeOnceOptions): ConsumeOnce =>
  async (domain, reaction, event) => {
    const { consumer } = reaction
    const { organizationId } = event
    const situation = systemSituation(consumer, organizationId, clock(), event.id)
    const { access } = situation
    const reading: Reading = { ...situation, vault, db: database.reader({ domain: domain.name, organizationId }) }
    // The binder pairs each reaction with its domain's ports; their type was checked where the domain was composed.
    const gathered = reaction.gather ? await reaction.gather(event, domain.ports as never, reading) : undefined
    // What was read to find that out is recorded all the same.
    if (gathered === nothingToDo && access.touched.size === 0) return 'nothing'
    const request: WorkRequest<'done' | 'nothing'> = {
      domain: domain.name,
      situation,
      idempotency: null,
      audit: () => {
        const because = access.reason ?? domain.accessReason
        const act = { entity: 'Event', entityId: event.id, because, purpose: 'HOPERAT' } as const
        return Array.from(access.touched, (patientId) => systemAccess(situation, { ...act, patientId }))
      },
      beside: [markOf(consumer, event)],
    }
    try {
      const { answer } = await unitOfWork.run(request, async (keeping: Keeping) => {
        if (gathered === nothingToDo) return 'nothing'
        await reaction.keep(event, gathered as never, keeping)
        return 'done'
      })
      return answer
    } catch (error) {
      if (await isMarked(database, consumer, event).catch(() => false)) return 'already'
      throw error
    }
  }

const markOf = (consumer: string, { organizationId, id }: DomainEvent): Statement => ({
  text: 'insert into platform.consumed (organization_id, consumer, event_id) values ($1, $2, $3)',
  values: [organizationId, consumer, id],
})

const isMarked = async (
  database: PlatformDatabase,
  consumer: string,
  { organizationId, id }: DomainEvent,
): Promise<boolean> => {
  const { rows } = await sql`select from platform.consumed
    where organization_id = ${organizationId} and consumer = ${consumer} and event_id = ${id}`.execute(
    database.readerAcross('platform'),
  )
  return rows.length > 0
}
