import type { TemplateResult } from 'lit'
import type { FavoritePrescription, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import type { ProblemTexts } from '../core/problem-text.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { favoriteList } from './favorite-list.ts'
import { favoriteQuestion } from './favorite-question.ts'
import { FavoritesController, type FavoriteQuestion } from './favorites-controller.ts'
import type { PrescriptionFormTranslate } from './label-text.ts'
import { favoriteFromDraft, type PrescriptionDraft } from './prescription-draft.ts'

/** Saves, renames and deletes favorites: the questions, the focus and the announcements. */
export class FavoritesPanel {
  readonly favorites: FavoritesController
  readonly #host: VisitElement
  readonly #t: PrescriptionFormTranslate
  readonly #texts: ProblemTexts
  readonly #client: () => VisitClient | null
  /** The fields to save. */
  #draft: PrescriptionDraft | null = null

  constructor(host: VisitElement, t: PrescriptionFormTranslate, texts: ProblemTexts, client: () => VisitClient | null) {
    this.favorites = new FavoritesController(host)
    this.#host = host
    this.#t = t
    this.#texts = texts
    this.#client = client
  }

  /** @param name - The favorite with which the form started. */
  async askToCreate(name: string): Promise<void> {
    await this.#ask({ about: 'keep' }, name)
  }

  /** Closes the list and the question. */
  close(): void {
    this.favorites.isShown = false
    this.favorites.ask(null)
  }

  async #ask(question: FavoriteQuestion, name: string): Promise<void> {
    this.favorites.ask(question, name)
    await moveFocus(this.#host, question.about === 'remove' ? '#favorite-ask' : '#favorite-name')
  }

  async #back(): Promise<void> {
    const { question } = this.favorites
    this.favorites.ask(null)
    if (question) await moveFocus(this.#host, questionSelector(question))
  }

  async #answer(): Promise<void> {
    const [client, { favorites }] = [this.#client(), this]
    const { question } = favorites
    if (!client || !question) return
    const name = favorites.name.trim()
    if (question.about !== 'remove' && name === '') {
      favorites.isFaulty = true
      this.#host.requestUpdate()
      return moveFocus(this.#host, '#favorite-name')
    }
    const isDone = await this.#do(client, question, name)
    if (!isDone) return
    this.#host.announce(this.#t(`favoriteDone_${question.about}`))
    await moveFocus(this.#host, question.about === 'remove' ? '#favorites-of' : questionSelector(question))
  }

  async #do(client: VisitClient, question: FavoriteQuestion, name: string): Promise<boolean> {
    if (question.about === 'remove') return this.favorites.remove(client, question.favorite)
    if (question.about === 'rename') return this.favorites.rename(client, question.favorite, name)
    const fields = this.#draft && favoriteFromDraft(this.#draft, name)
    return fields !== null && this.favorites.create(client, fields)
  }

  #question(): TemplateResult {
    const { problem } = this.favorites
    return favoriteQuestion({
      t: this.#t,
      favorites: this.favorites,
      problem: problem ? problemView(this.#host, problem, { texts: this.#texts }) : null,
      onConfirm: () => void this.#answer(),
      onBack: () => void this.#back(),
    })
  }

  /** Null while the list is closed. */
  renderList(onUse: (favorite: FavoritePrescription) => void): TemplateResult | null {
    if (!this.favorites.isShown) return null
    return favoriteList({
      t: this.#t,
      format: this.#host.format,
      favorites: this.favorites,
      question: this.favorites.question && this.#question(),
      onUse,
      onAsk: (question) => void this.#ask(question, question.favorite.name),
    })
  }

  /** The question for the name of these fields; null while it is closed. */
  renderCreate(draft: PrescriptionDraft | null): TemplateResult | null {
    this.#draft = draft
    return this.favorites.question?.about === 'keep' ? this.#question() : null
  }
}

/** Selector of the place where the question was opened. */
const questionSelector = (question: FavoriteQuestion): string =>
  question.about === 'keep' ? '#create-favorite' : `[id="${question.about}-${question.favorite.id}"]`
