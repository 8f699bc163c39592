import type { TemplateResult } from 'lit'
import type { FavouritePrescription, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import type { ProblemTexts } from '../core/problem-text.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { favouriteList } from './favourite-list.ts'
import { favouriteQuestion } from './favourite-question.ts'
import { FavouriteShelf, type FavouriteQuestion } from './favourite-shelf.ts'
import type { T } from './label-text.ts'
import { favouriteOfDraft, type PrescriptionDraft } from './prescription-draft.ts'

/** Where favourites are kept, renamed and removed: the questions, where the focus goes, and what is said. */
export class FavouriteDesk {
  readonly shelf: FavouriteShelf
  readonly #host: VisitElement
  readonly #t: T
  readonly #texts: ProblemTexts
  readonly #client: () => VisitClient | null
  /** The fields that are kept. */
  #draft: PrescriptionDraft | null = null

  constructor(host: VisitElement, t: T, texts: ProblemTexts, client: () => VisitClient | null) {
    this.shelf = new FavouriteShelf(host)
    this.#host = host
    this.#t = t
    this.#texts = texts
    this.#client = client
  }

  /** @param name of the favourite that the form began with. */
  async askToKeep(name: string): Promise<void> {
    await this.#ask({ about: 'keep' }, name)
  }

  /** Puts the list and the question away. */
  close(): void {
    this.shelf.isShown = false
    this.shelf.ask(null)
  }

  async #ask(question: FavouriteQuestion, name: string): Promise<void> {
    this.shelf.ask(question, name)
    await moveFocus(this.#host, question.about === 'remove' ? '#favourite-ask' : '#favourite-name')
  }

  async #back(): Promise<void> {
    const { question } = this.shelf
    this.shelf.ask(null)
    if (question) await moveFocus(this.#host, placeOf(question))
  }

  async #answer(): Promise<void> {
    const [client, { shelf }] = [this.#client(), this]
    const { question } = shelf
    if (!client || !question) return
    const name = shelf.name.trim()
    if (question.about !== 'remove' && name === '') {
      shelf.isFaulty = true
      this.#host.requestUpdate()
      return moveFocus(this.#host, '#favourite-name')
    }
    const isDone = await this.#do(client, question, name)
    if (!isDone) return
    this.#host.announce(this.#t(`favouriteDone_${question.about}`))
    await moveFocus(this.#host, question.about === 'remove' ? '#favourites-of' : placeOf(question))
  }

  async #do(client: VisitClient, question: FavouriteQuestion, name: string): Promise<boolean> {
    if (question.about === 'remove') return this.shelf.remove(client, question.favourite)
    if (question.about === 'rename') return this.shelf.rename(client, question.favourite, name)
    const kept = this.#draft && favouriteOfDraft(this.#draft, name)
    return kept !== null && this.shelf.keep(client, kept)
  }

  #question(): TemplateResult {
    const { problem } = this.shelf
    return favouriteQuestion({
      t: this.#t,
      shelf: this.shelf,
      problem: problem ? problemView(this.#host, problem, { texts: this.#texts }) : null,
      onDone: () => void this.#answer(),
      onBack: () => void this.#back(),
    })
  }

  /** Null while nobody looks at them. */
  renderList(onUse: (favourite: FavouritePrescription) => void): TemplateResult | null {
    if (!this.shelf.isShown) return null
    return favouriteList({
      t: this.#t,
      format: this.#host.format,
      shelf: this.shelf,
      question: this.shelf.question && this.#question(),
      onUse,
      onAsk: (question) => void this.#ask(question, question.favourite.name),
    })
  }

  /** The question under which name these fields are kept; null while it is not asked. */
  renderKeeping(draft: PrescriptionDraft | null): TemplateResult | null {
    this.#draft = draft
    return this.shelf.question?.about === 'keep' ? this.#question() : null
  }
}

/** Where the question was asked. */
const placeOf = (question: FavouriteQuestion): string =>
  question.about === 'keep' ? '#keep-favourite' : `[id="${question.about}-${question.favourite.id}"]`
