import type { FavoritePrescription, CreateFavorite, VisitClient } from '@visitkit/sdk'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import { toProblem, type Problem } from '../core/problem.ts'
import type { VisitElement } from '../core/visit-element.ts'

/** The question before a change of favorites: the name for the fields, a new name for one, or whether to delete one. */
export type FavoriteQuestion =
  | { readonly about: 'keep' }
  | { readonly about: 'rename'; readonly favorite: FavoritePrescription }
  | { readonly about: 'remove'; readonly favorite: FavoritePrescription }

/** Normalizes names like the server. */
const normalizeName = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
const splitWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== '')

/** The prescriber's favorites and their changes. */
export class FavoritesController {
  /** By name. */
  items: readonly FavoritePrescription[] = []
  /** Whether the list is open. */
  isShown = false
  question: FavoriteQuestion | null = null
  /** The name in the field. */
  name = ''
  /** The name was left empty. */
  isFaulty = false
  readonly #host: VisitElement
  readonly #keys = new IdempotencyKeys()
  readonly #work: Loader<unknown>

  constructor(host: VisitElement) {
    this.#host = host
    this.#work = new Loader(host)
  }

  get isBusy(): boolean {
    return this.#work.busy
  }

  get problem(): Problem | undefined {
    return this.#work.problem
  }

  /** Another favorite with the typed name, not counting the one that is being renamed. */
  get sameName(): FavoritePrescription | undefined {
    const { question } = this
    const own = question?.about === 'rename' ? question.favorite.id : null
    return this.items.find(({ id, name }) => id !== own && normalizeName(name) === normalizeName(this.name))
  }

  /** Reads them again, because another window may have changed them. On a failure the list is unchanged. */
  async load(client: VisitClient): Promise<void> {
    const { items } = await client.favorites.list().catch(() => this)
    this.items = items
    this.#host.requestUpdate()
  }

  /** Favorites for which every typed word begins a word of the name, the medication or an ingredient. */
  matching(text: string): readonly FavoritePrescription[] {
    const typed = splitWords(text)
    return this.items.filter(({ name, medication }) => {
      const words = splitWords([name, medication.name, ...medication.ingredients.map((one) => one.name)].join(' '))
      return typed.every((start) => words.some((word) => word.startsWith(start)))
    })
  }

  toggle(): void {
    this.isShown = !this.isShown
    this.ask(null)
  }

  ask(question: FavoriteQuestion | null, name = ''): void {
    this.question = question
    this.name = name
    this.isFaulty = false
    this.#keys.done()
    this.#work.reset()
    this.#host.requestUpdate()
  }

  setName(name: string): void {
    this.name = name
    this.isFaulty = false
    this.#host.requestUpdate()
  }

  /** Saves the fields under the name, and replaces a favorite with that name. Returns false on a failure. */
  create(client: VisitClient, fields: CreateFavorite): Promise<boolean> {
    const { sameName } = this
    return this.#change(client, () =>
      sameName
        ? client.favorites.replace(sameName.id, { ...fields, version: sameName.version })
        : client.favorites.create(fields, this.#keys.for('keep', fields)),
    )
  }

  rename(client: VisitClient, { id, version, ...one }: FavoritePrescription, name: string): Promise<boolean> {
    const { directions, quantity, daysSupply, refills, substitutionAllowed, noteToPharmacist } = one
    const same = { rxcui: one.medication.rxcui, directions, quantity, daysSupply, refills, substitutionAllowed }
    return this.#change(client, () =>
      client.favorites.replace(id, {
        ...same,
        ...(noteToPharmacist !== undefined && { noteToPharmacist }),
        name,
        version,
      }),
    )
  }

  remove(client: VisitClient, { id }: FavoritePrescription): Promise<boolean> {
    return this.#change(client, () =>
      client.favorites.remove(id).catch((error: unknown) => {
        // Deleted by another window, or by an earlier attempt whose response was lost.
        if (toProblem(error).status !== 404) throw error
      }),
    )
  }

  /** Clears all data. */
  reset(): void {
    this.items = []
    this.isShown = false
    this.ask(null)
  }

  /** Asks again about the favorite that was just read; the next attempt uses its version. */
  #refreshQuestion(): void {
    const { question } = this
    if (!question || question.about === 'keep') return
    const favorite = this.items.find(({ id }) => id === question.favorite.id)
    this.question = favorite ? { ...question, favorite } : question
    this.#host.requestUpdate()
  }

  async #change(client: VisitClient, work: () => Promise<unknown>): Promise<boolean> {
    if (this.#work.busy) return false
    const isDone = await this.#work.run(async () => {
      await work().catch((error: unknown) => {
        const problem = toProblem(error)
        const changed = problem.code === 'version_conflict' || problem.status === 404
        throw changed ? { ...problem, code: 'favorite_changed' } : error
      })
      return true
    })
    await this.load(client)
    if (isDone) this.ask(null)
    else this.#refreshQuestion()
    return isDone === true
  }
}
