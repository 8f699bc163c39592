import { nothing, type ReactiveController } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { loadModule } from '../core/load-module.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { VisitGuests } from './visit-guests.ts'

export interface VisitOfList {
  readonly appointmentId: string
  /** Which visit it is, in words: patient and time. */
  readonly about: string
}

export interface GuestsInList {
  readonly client: () => VisitClient | null
  readonly mayAdmit: () => boolean
  readonly guestUrl: () => string
}

/** The guests of the visits of a list, before they begin. Loaded with the first visit that is opened, and followed while its dialog is open. */
export class GuestsOfList implements ReactiveController {
  readonly #host: VisitElement
  readonly #list: GuestsInList
  readonly #part: Loader<VisitGuests>
  #following: AbortController | null = null
  #opened: VisitOfList | null = null

  constructor(host: VisitElement, list: GuestsInList) {
    this.#host = host
    this.#list = list
    this.#part = new Loader(host)
    host.addController(this)
  }

  hostUpdated(): void {
    this.#part.value?.showDialog()
  }

  hostDisconnected(): void {
    this.#following?.abort()
  }

  open(visit: VisitOfList): void {
    const client = this.#list.client()
    if (!client) return
    this.#opened = visit
    void this.#show(client, visit)
  }

  async #show(client: VisitClient, { appointmentId, about }: VisitOfList): Promise<void> {
    const part = await this.#load()
    if (!part || this.#opened?.appointmentId !== appointmentId || this.#list.client() !== client) return
    this.#following?.abort()
    this.#following = new AbortController()
    part.follow(client, appointmentId, this.#following.signal)
    part.open(about)
  }

  async #load(): Promise<VisitGuests | undefined> {
    if (this.#part.value) return this.#part.value
    const { language } = this.#host
    return this.#part.run(async () => {
      const module = await loadModule(import('./visit-guests.ts'))
      const { mayAdmit, guestUrl } = this.#list
      const part = new module.VisitGuests(this.#host, { mayAdmit, guestUrl, onClose: () => this.#closed() })
      language.refresh()
      while (language.ready) await language.ready
      return part
    })
  }

  #closed(): void {
    const id = this.#opened?.appointmentId
    this.clear()
    if (id !== undefined) void moveFocus(this.#host, `[data-guests-of="${CSS.escape(id)}"]`)
  }

  /** Ends what is followed, and clears a code that was made. */
  clear(): void {
    this.#opened = null
    this.#following?.abort()
    this.#following = null
    this.#part.value?.reset()
  }

  /** The dialog, or why it could not be loaded. */
  view(): unknown {
    const [opened, { problem, value }] = [this.#opened, this.#part]
    if (problem && opened) return problemView(this.#host, problem, { retry: () => this.open(opened) })
    return value?.dialog() ?? nothing
  }
}
