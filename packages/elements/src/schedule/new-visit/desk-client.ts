import type { Hold, PlaceHold, VisitClient } from '@visitkit/sdk'

/** What staff ask for in addition to a type, a practitioner and a patient. */
interface DeskAsk {
  /** In the order of their visits. */
  readonly patientIds: readonly string[]
  /** Empty: no interpreter. */
  readonly interpreterLanguage: string
  /** Empty: any that is free. */
  readonly resourceId: string
  /** Where the patient will be. Undefined: at home, or it changes nothing. */
  readonly state?: string | undefined
}

/**
 * The client with which a time is chosen for what staff ask: an interpreter, and a room or a device by name, is searched and held too, and the visits of several patients are
 * held together, one after the other.
 */
export class DeskClient {
  readonly #ask: () => DeskAsk
  readonly #lost: () => void
  /** In the order of the patients. Those that were booked are left out. */
  held: readonly Hold[] = []

  /** @param lost - Called when what was held is held no longer. */
  constructor(ask: () => DeskAsk, lost: () => void) {
    this.#ask = ask
    this.#lost = lost
  }

  of(client: VisitClient): VisitClient {
    const { slots, holds } = client
    return {
      ...client,
      slots: {
        ...slots,
        search: (query, options) => {
          const inARow = this.#ask().patientIds.length
          return slots.search({ ...query, ...(inARow > 1 && { inARow }), ...this.#taken }, options)
        },
      },
      holds: {
        ...holds,
        place: async (body, options) =>
          this.#ask().patientIds.length > 1
            ? this.#keep(await this.#placeSeveral(client, body))
            : this.#keep([await holds.place({ ...body, ...this.#taken }, options)]),
        renew: async (_id, options) =>
          this.#keep(await Promise.all(this.held.map(({ id }) => holds.renew(id, options)))),
        release: (id) => {
          const all = this.held.some((one) => one.id === id) ? this.held : [{ id }]
          this.held = []
          return releaseAll(client, all)
        },
        leave: async (_id, options) => {
          await Promise.all(this.held.map(({ id }) => holds.leave(id, options)))
        },
      },
    }
  }

  get #taken(): Pick<PlaceHold, 'interpreterLanguage' | 'resourceId' | 'state'> {
    const { interpreterLanguage, resourceId, state } = this.#ask()
    return {
      ...(interpreterLanguage && { interpreterLanguage }),
      ...(resourceId && { resourceId }),
      ...(state && { state }),
    }
  }

  /** Own holds are in the way of visits in a row: the earlier ones are released first, and are lost if the new ones are refused. */
  async #placeSeveral(
    client: VisitClient,
    { visitTypeId, start, practitionerId, language, override }: PlaceHold,
  ): Promise<readonly Hold[]> {
    const before = this.held
    this.held = []
    await releaseAll(client, before)
    const several = { visitTypeId, start, patientIds: [...this.#ask().patientIds] }
    const more = {
      ...(practitionerId && { practitionerId }),
      ...(language && { language }),
      ...this.#taken,
      ...(override && { override }),
    }
    try {
      return (await client.holds.placeSeveral({ ...several, ...more })).items
    } catch (error) {
      if (before.length > 0) this.#lost()
      throw error
    }
  }

  #keep(items: readonly Hold[]): Hold {
    const [first] = items
    if (!first) throw new Error('Nothing is held')
    this.held = items
    return first
  }
}

/** One that cannot be released ends by itself. */
const releaseAll = async ({ holds }: VisitClient, held: readonly Pick<Hold, 'id'>[]): Promise<void> => {
  await Promise.all(held.map(({ id }) => holds.release(id).catch(() => undefined)))
}
