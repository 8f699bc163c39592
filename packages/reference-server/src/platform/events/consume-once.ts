import { sql } from 'kysely'
import type { DomainModule } from '../contracts/domain-module.ts'
import { consumerMark } from '../database/unit-of-work/consumer-mark.ts'
import { systemAccess } from '../system/system-access.ts'
import { systemRequestContext } from '../system/system-request-context.ts'
import { asWork } from '../database/pool/observed-work.ts'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import type { Change } from '../contracts/change.ts'
import type { WriteContext } from '../contracts/context.ts'
import type { DomainEvent } from '../contracts/event.ts'
import type { AccessRow } from '../contracts/ledger.ts'
import type { Statement } from '../contracts/database.ts'
import type { ChangeRequest, UnitOfWork, WorkRequest } from '../contracts/unit-of-work.ts'
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
 * Runs one reaction for a page of events. A mark for each event and consumer is stored with the changes: a repeated or concurrent delivery
 * conflicts on the mark, or earlier on its own rows, and stores nothing. Events that do not concern the domain leave no mark: a repeated
 * delivery calls `gather` again.
 */
export const createConsumeOnce =
  (options: ConsumeOnceOptions): ConsumeOnce =>
  (domain, reaction, page) =>
    asWork(reaction.consumer, () => consumePage(options, domain, reaction, page))

const consumePage = async (
  { database, unitOfWork, vault, clock }: ConsumeOnceOptions,
  domain: ConsumingDomain,
  reaction: BoundReaction,
  page: EventPage,
): ReturnType<ConsumeOnce> => {
  const { consumer, decide, keep } = reaction
  const { organizationId, id } = page[0]
  const context = systemRequestContext(consumer, organizationId, clock(), id)
  const { access } = context
  // The binder pairs each reaction with its domain's ports. Their type was checked where the domain was composed.
  const gather = async (events: EventPage): Promise<unknown> => {
    const db = database.reader({ domain: domain.name, organizationId })
    return reaction.gather?.(events as never, domain.ports as never, { ...context, vault, db })
  }
  const accessRow = (patientId: string, entityId: string): AccessRow => {
    const because = access.reason ?? domain.accessReason
    return systemAccess(context, { entity: 'Event', because, purpose: 'HOPERAT', entityId, patientId })
  }
  const gathered = await gather(page)
  const touchedForPage = new Set(access.touched)
  // If `gather` read a patient's information, that access is recorded anyway.
  if (gathered === nothingToDo && access.touched.size === 0) return 'nothing'

  const changeFor = (event: DomainEvent, seen: unknown): Change<void> | typeof nothingToDo =>
    seen === nothingToDo || decide === undefined ? nothingToDo : decide(event as never, seen as never, context)
  /** One change for each event. They are committed together. */
  const decideEach = async (event: DomainEvent): Promise<'done' | 'nothing'> => {
    let change = changeFor(event, gathered)
    // A patient whom no event names is recorded with the first one; one whom only a repeated `gather` touched, with its event.
    const audit = (): readonly AccessRow[] =>
      Array.from(access.touched)
        .filter((patientId) => !touchedForPage.has(patientId) || findEventAbout(page, patientId) === event.id)
        .map((patientId) => accessRow(patientId, event.id))
    if (change === nothingToDo && audit().length === 0) return 'nothing'
    const consumes = { consumer, eventIds: [event.id] }
    const request: ChangeRequest<void> = { domain: domain.name, context, idempotency: null, audit, consumes }
    await unitOfWork.keep(request, async (isRepeated) => {
      if (isRepeated) change = changeFor(event, await gather([event]))
      return change === nothingToDo ? { answer: undefined } : change
    })
    return change === nothingToDo ? 'nothing' : 'done'
  }
  const keepPage = async (): Promise<'done' | 'nothing'> => {
    const request: WorkRequest<'done' | 'nothing'> = {
      domain: domain.name,
      context,
      idempotency: null,
      audit: () => Array.from(access.touched, (patientId) => accessRow(patientId, findEventAbout(page, patientId))),
      deferred: [insertMarksStatement(consumer, page)],
    }
    const { result } = await unitOfWork.run(request, async (writeContext: WriteContext) => {
      if (gathered === nothingToDo) return 'nothing'
      await keep?.(page as never, gathered as never, writeContext)
      return 'done'
    })
    return result
  }

  try {
    if (decide === undefined) return await keepPage()
    const outcomes = await Promise.allSettled(page.map(decideEach))
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
    return outcomes.some((outcome) => outcome.status === 'fulfilled' && outcome.value === 'done') ? 'done' : 'nothing'
  } catch (error) {
    if (page.length === 1 && (await isMarked(database, consumer, page).catch(() => false))) return 'already'
    throw error
  }
}

/** The event for which a patient was touched: the first that names the patient. */
const findEventAbout = (page: EventPage, patientId: string): string =>
  (page.find(({ data }) => 'patientId' in data && data.patientId === patientId) ?? page[0]).id

const insertMarksStatement = (consumer: string, page: EventPage): Statement => ({
  text: 'insert into platform.consumed (organization_id, consumer, event_id) select $1, $2::integer, unnest($3::uuid[])',
  values: [page[0].organizationId, consumerMark(consumer), page.map(({ id }) => id)],
})

const isMarked = async (
  database: PlatformDatabase,
  consumer: string,
  [{ organizationId, id }]: EventPage,
): Promise<boolean> => {
  const { rows } = await sql`select from platform.consumed
    where organization_id = ${organizationId} and consumer = ${consumerMark(consumer)} and event_id = ${id}`.execute(
    database.readerAcross('platform'),
  )
  return rows.length > 0
}
