import { sql } from 'kysely'
import type { DomainModule } from '../contracts/domain-module.ts'
import { systemAccess } from '../system/system-access.ts'
import { systemRequestContext } from '../system/system-request-context.ts'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import type { WriteContext, ReadContext } from '../contracts/context.ts'
import type { Statement } from '../contracts/database.ts'
import type { UnitOfWork, WorkRequest } from '../contracts/unit-of-work.ts'
import type { Vault } from '../contracts/vault.ts'
import { nothingToDo, type BoundReaction, type EventPage } from '../contracts/reaction.ts'

/** The part of a domain that the relay uses. */
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
  page: EventPage,
) => Promise<'done' | 'already' | 'nothing'>

/**
 * Runs one reaction for a page of events: `gather`, then `keep` in one transaction that also inserts a mark for each event and consumer.
 * The marks are inserted last, with the events and audit rows. A repeated or concurrent delivery conflicts on the mark, or earlier on its
 * own rows, and is rolled back. Events that do not concern the domain leave no mark: a repeated delivery calls `gather` again.
 */
export const createConsumeOnce =
  ({ database, unitOfWork, vault, clock }: ConsumeOnceOptions): ConsumeOnce =>
  async (domain, reaction, page) => {
    const { consumer } = reaction
    const { organizationId, id } = page[0]
    const context = systemRequestContext(consumer, organizationId, clock(), id)
    const { access } = context
    const readContext: ReadContext = { ...context, vault, db: database.reader({ domain: domain.name, organizationId }) }
    // The binder pairs each reaction with its domain's ports. Their type was checked where the domain was composed.
    const gathered = reaction.gather
      ? await reaction.gather(page as never, domain.ports as never, readContext)
      : undefined
    // If `gather` read a patient's information, that access is recorded anyway.
    if (gathered === nothingToDo && access.touched.size === 0) return 'nothing'
    const request: WorkRequest<'done' | 'nothing'> = {
      domain: domain.name,
      context,
      idempotency: null,
      audit: () => {
        const because = access.reason ?? domain.accessReason
        const act = { entity: 'Event', because, purpose: 'HOPERAT' } as const
        return Array.from(access.touched, (patientId) =>
          systemAccess(context, { ...act, entityId: findEventAbout(page, patientId), patientId }),
        )
      },
      deferred: [insertMarksStatement(consumer, page)],
    }
    try {
      const { result } = await unitOfWork.run(request, async (writeContext: WriteContext) => {
        if (gathered === nothingToDo) return 'nothing'
        await reaction.keep(page as never, gathered as never, writeContext)
        return 'done'
      })
      return result
    } catch (error) {
      if (page.length === 1 && (await isMarked(database, consumer, page).catch(() => false))) return 'already'
      throw error
    }
  }

/** The event for which a patient was touched: the first that names the patient. */
const findEventAbout = (page: EventPage, patientId: string): string =>
  (page.find(({ data }) => 'patientId' in data && data.patientId === patientId) ?? page[0]).id

const insertMarksStatement = (consumer: string, page: EventPage): Statement => ({
  text: 'insert into platform.consumed (organization_id, consumer, event_id) select $1, $2, unnest($3::uuid[])',
  values: [page[0].organizationId, consumer, page.map(({ id }) => id)],
})

const isMarked = async (
  database: PlatformDatabase,
  consumer: string,
  [{ organizationId, id }]: EventPage,
): Promise<boolean> => {
  const { rows } = await sql`select from platform.consumed
    where organization_id = ${organizationId} and consumer = ${consumer} and event_id = ${id}`.execute(
    database.readerAcross('platform'),
  )
  return rows.length > 0
}
