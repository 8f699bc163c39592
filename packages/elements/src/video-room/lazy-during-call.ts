import type { Visit } from '@visitkit/sdk'
import { loadModule } from '../core/load-module.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { CallInRoom, DuringCall } from './during-call.ts'

/** What a call needs next to its room, loaded before the call begins. */
export class LazyDuringCall {
  /** Undefined until it is loaded. */
  part: DuringCall | undefined
  readonly #host: VisitElement
  readonly #room: CallInRoom
  #loading: Promise<DuringCall> | undefined

  constructor(host: VisitElement, room: CallInRoom) {
    this.#host = host
    this.#room = room
  }

  /** Rejects with `connection_failed`; another call tries again. */
  load(): Promise<DuringCall> {
    return (this.#loading ??= this.#load())
  }

  /** Whether another window or device of the person is in the room. Most often none is, and the part loads in the meantime. */
  async isElsewhere(visit: Visit): Promise<boolean> {
    const loading = this.load().catch(() => undefined)
    const isSeated = visit.participants.some(({ own, presence }) => own && presence === 'in-room')
    return isSeated && ((await (await loading)?.isElsewhere(visit)) ?? false)
  }

  async #load(): Promise<DuringCall> {
    try {
      const { createDuringCall } = await loadModule(import('./during-call.ts'))
      return (this.part = await createDuringCall(this.#host, this.#room))
    } catch (error) {
      this.#loading = undefined
      throw error
    }
  }
}
