import type { VisitClient } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { Composer, type Destination } from './composer.ts'
import type { messagesEn } from './messages.en.ts'

/** One composer per destination, so that text for one person cannot be sent to another. */
export class Composers {
  readonly #host: VisitElement
  readonly #t: Translate<typeof messagesEn>
  readonly #all = new Map<string, Composer>()

  constructor(host: VisitElement, t: Translate<typeof messagesEn>) {
    this.#host = host
    this.#t = t
  }

  /** The composer of this destination, with its unsent text. */
  forDestination(destination: Destination): Composer {
    const key = 'threadId' in destination ? `thread ${destination.threadId}` : `new ${destination.patientId}`
    const composer = this.#all.get(key) ?? new Composer(this.#host, this.#t, destination)
    this.#all.set(key, composer)
    return composer
  }

  /** Looks for a new message that was written before this page, and was not sent. */
  openNew(client: VisitClient, patientId: string | null): void {
    if (patientId) void this.forDestination({ patientId }).open(client, patientId)
  }

  /** Whether the person has begun to write a new message. */
  hasNew(patientId: string | null): boolean {
    return patientId !== null && this.forDestination({ patientId }).hasText
  }

  get hasFiles(): boolean {
    return [...this.#all.values()].some((composer) => composer.hasFiles)
  }

  reset(): void {
    for (const composer of this.#all.values()) composer.reset()
    this.#all.clear()
  }
}
