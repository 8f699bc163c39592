import type { DomainModule } from '../../contracts/domain-module.ts'
import type { UnitOfWork } from '../../contracts/unit-of-work.ts'
import type { Vault } from '../../contracts/vault.ts'
import type { PlatformDatabase } from '../../database/open/open-database.ts'
import { createConsumeOnce } from '../../events/consume-once.ts'
import { outboxStart, readOutbox, type OutboxPosition } from '../../events/read-outbox.ts'
import type { LiveHub } from '../../live/live-hub.ts'

export interface DeliverEventsParts {
  readonly database: PlatformDatabase
  readonly unitOfWork: UnitOfWork
  readonly vault: Vault
  readonly clock: () => Date
  readonly consumers: readonly DomainModule[]
  readonly hub: LiveHub
  /** Events up to here are delivered already. Default: none is. */
  readonly delivered?: OutboxPosition
}

/** Delivers the outbox, and the events that result, one after the other. */
export const deliverEvents = ({
  database,
  unitOfWork,
  vault,
  clock,
  consumers,
  hub,
  delivered = outboxStart,
}: DeliverEventsParts): (() => Promise<void>) => {
  const consumeOnce = createConsumeOnce({ database, unitOfWork, vault, clock })
  let position: OutboxPosition = delivered
  return async () => {
    for (;;) {
      const page = await readOutbox(database.readerAcross('platform'), position, null, 100)
      for (const { event } of page.events) {
        for (const domain of consumers)
          for (const reaction of domain.reactions)
            if (reaction.events.includes(event.type)) await consumeOnce(domain, reaction, [event])
        hub.publishEvent(event)
      }
      position = page.events.at(-1) ?? position
      if (page.events.length === 0 && !page.unsettled) return
    }
  }
}
