import type { TemplateResult } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { Loader } from './loader.ts'
import type { ProblemTexts } from './problem-text.ts'
import { problemView } from './problem-view.ts'
import type { VisitElement } from './visit-element.ts'

/** What went wrong with what one row shows. */
export interface RowProblem {
  readonly id: string
  readonly view: TemplateResult
}

/** What is done to the rows of a list, one act at a time; a refusal is told at its row. */
export class RowActions {
  readonly #host: VisitElement
  readonly #texts: ProblemTexts
  readonly #client: () => VisitClient | null
  readonly #done: () => void
  readonly #work: Loader<unknown>
  /** Id of the row that the last act is about. */
  #about: string | null = null

  /** @param done after each act, taken or refused: what is shown may be another by now. */
  constructor(host: VisitElement, texts: ProblemTexts, client: () => VisitClient | null, done: () => void) {
    this.#host = host
    this.#texts = texts
    this.#client = client
    this.#done = done
    this.#work = new Loader(host)
  }

  /** Id of what is being worked on. */
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
