import type { TemplateResult } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { T } from './order-form.ts'

/** What went wrong with one order or result. */
export interface Trouble {
  readonly id: string
  readonly view: TemplateResult
}

/** What is done to an order or a result, one act at a time; its refusal is told at its row. */
export class RowActs {
  readonly #host: VisitElement
  readonly #t: T
  readonly #client: () => VisitClient | null
  readonly #done: () => void
  readonly #work: Loader<unknown>
  /** Id of the order or result that the last act is about. */
  #about: string | null = null

  /** @param done after each act, taken or refused: what is shown may be another by now. */
  constructor(host: VisitElement, t: T, client: () => VisitClient | null, done: () => void) {
    this.#host = host
    this.#t = t
    this.#client = client
    this.#done = done
    this.#work = new Loader(host)
  }

  /** Id of what is being worked on. */
  get busy(): string | null {
    return this.#work.busy ? this.#about : null
  }

  get trouble(): Trouble | null {
    const { problem } = this.#work
    return problem && this.#about
      ? { id: this.#about, view: problemView(this.#host, problem, { texts: this.#t }) }
      : null
  }

  reset(): void {
    this.#about = null
    this.#work.reset()
  }

  async run<T>(about: string, work: (client: VisitClient) => Promise<T>): Promise<T | undefined> {
    const client = this.#client()
    if (!client || this.#work.busy) return undefined
    this.#about = about
    const done = (await this.#work.run(() => work(client))) as T | undefined
    this.#done()
    return done
  }
}
