import type { VisitClient, WaitlistEntry } from '@visitkit/sdk'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import type { Translate } from '../core/localize.ts'
import { RowActions } from '../core/row-actions.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { waitlistEn } from './waitlist.en.ts'

/** More than a patient may have. */
const MOST = 100

/** The patient's places on the waiting list, kept current, and what can be done with them. Without rendering. */
export class WaitingList {
  entries: readonly WaitlistEntry[] = []
  readonly actions: RowActions
  readonly #host: VisitElement
  readonly #t: Translate<typeof waitlistEn>
  readonly #client: VisitClient
  readonly #keys = new IdempotencyKeys()
  #refresh: () => void = () => undefined

  constructor(host: VisitElement, t: Translate<typeof waitlistEn>, client: VisitClient) {
    this.#host = host
    this.#t = t
    this.#client = client
    this.actions = new RowActions(
      host,
      t,
      () => client,
      () => this.#refresh(),
    )
  }

  /** A person who may not see them has none: the visits are shown all the same. */
  follow(patientId: string | undefined, signal: AbortSignal): void {
    const client = this.#client
    const watch = client.watch(
      (reading) => client.waitlist.list({ patientId, limit: MOST }, { signal: reading.signal }).page(),
      { on: ['waitlist.changed'], signal },
    )
    this.#refresh = () => watch.refresh()
    watch.subscribe(
      ({ items }) => {
        this.entries = items
        this.#host.requestUpdate()
      },
      () => undefined,
    )
  }

  /** Takes the offered time. Resolves with the appointment. */
  accept({ id, version }: WaitlistEntry) {
    return this.#run(id, 'accepted', (client) => client.waitlist.accept(id, this.#keys.for('accept', [id, version])))
  }

  decline({ id, version }: WaitlistEntry) {
    return this.#run(id, 'declined', (client) => client.waitlist.decline(id, this.#keys.for('decline', [id, version])))
  }

  leave({ id }: WaitlistEntry) {
    return this.#run(id, 'left', async (client) => {
      await client.waitlist.leave(id)
      return true
    })
  }

  async #run<T>(
    id: string,
    outcome: 'accepted' | 'declined' | 'left',
    act: (client: VisitClient) => Promise<T>,
  ): Promise<T | undefined> {
    const done = await this.actions.run(id, act)
    if (done !== undefined) this.#host.announce(this.#t(outcome))
    return done
  }

  reset(): void {
    this.entries = []
    this.#refresh = () => undefined
    this.actions.reset()
    this.#keys.done()
  }
}
