import type { TemplateResult } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { Loader } from './loader.ts'
import type { ProblemTexts } from './problem-text.ts'
import { problemView } from './problem-view.ts'
import type { VisitElement } from './visit-element.ts'

/** A problem of one row. */
export interface RowProblem {
  readonly id: string
  readonly view: TemplateResult
}

/** Actions on the rows of a list, one at a time. A problem is shown at its row. */
export class RowActions {
  readonly #host: VisitElement
  readonly #texts: ProblemTexts
  readonly #client: () => VisitClient | null
  readonly #done: () => void
  readonly #work: Loader<unknown>
  /** Id of the row of the last action. */
  #about: string | null = null

  /** @param done - Called after each action, successful or not, because the data may have changed. */
  constructor(host: VisitElement, texts: ProblemTexts, client: () => VisitClient | null, done: () => void) {
    this.#host = host
    this.#texts = texts
    this.#client = client
    this.#done = done
    this.#work = new Loader(host)
  }

  /** Id of the row with an action in progress. */
  get busy(): string | null {
    return this.#work.busy ? this.#about : null
  }

  get rowProblem(): RowProblem | null {
    const { problem } = this.#work
    return problem && this.#about
      ? { id: this.#about, view: problemView(this.#host, problem, { texts: this.#texts }) }
      : null
  }

  reset(): void {
    this.#about = null
    this.#work.reset()
  }

  async run<T>(rowId: string, work: (client: VisitClient) => Promise<T>): Promise<T | undefined> {
    const client = this.#client()
    if (!client || this.#work.busy) return undefined
    this.#about = rowId
    const done = (await this.#work.run(() => work(client))) as T | undefined
    this.#done()
    return done
  }
}
