import { nothing } from 'lit'
import type { LabResult, VisitClient } from '@visitkit/sdk'
import { LazyKeptText } from '../core/lazy-kept-text.ts'
import type { VisitElement } from '../core/visit-element.ts'

/** The fields of one review. */
export interface ReviewDraft {
  readonly comment: string
  readonly release: boolean
}

const emptyReview: ReviewDraft = { comment: '', release: true }

/** What is written about results before they are reviewed. Each comment is kept on the server until then. */
export class Reviews {
  readonly #host: VisitElement
  readonly #client: () => VisitClient | null
  readonly #drafts = new Map<string, ReviewDraft>()
  readonly #kept = new Map<string, LazyKeptText>()

  constructor(host: VisitElement, client: () => VisitClient | null) {
    this.#host = host
    this.#client = client
  }

  get(resultId: string): ReviewDraft {
    return this.#drafts.get(resultId) ?? emptyReview
  }

  set(resultId: string, review: ReviewDraft): void {
    this.#drafts.set(resultId, review)
    this.#host.requestUpdate()
  }

  /** For the text area of the comment. */
  keep({ id, patientId }: Pick<LabResult, 'id' | 'patientId'>): unknown {
    const client = this.#client()
    const text =
      this.#kept.get(id) ??
      new LazyKeptText(this.#host, 'lab-review', (comment) => this.set(id, { ...this.get(id), comment }))
    this.#kept.set(id, text)
    return client ? text.of(client, { about: id, patientId }) : nothing
  }

  /** The result was reviewed. */
  sent(resultId: string): void {
    this.#drafts.delete(resultId)
    void this.#kept.get(resultId)?.sent()
  }

  reset(): void {
    this.#drafts.clear()
    for (const text of this.#kept.values()) text.reset()
    this.#kept.clear()
  }
}
