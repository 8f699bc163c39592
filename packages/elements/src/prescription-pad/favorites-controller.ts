import type { FavoritePrescription, CreateFavorite, VisitClient } from '@visitkit/sdk'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import { toProblem, type Problem } from '../core/problem.ts'
import type { VisitElement } from '../core/visit-element.ts'

/** What is asked before a favorite is changed: under which name the fields are kept, a new name for one, or whether it goes. */
export type FavoriteQuestion =
  | { readonly about: 'keep' }
  | { readonly about: 'rename'; readonly favorite: FavoritePrescription }
  | { readonly about: 'remove'; readonly favorite: FavoritePrescription }

/** As the server compares names. */
const normalizeName = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
const splitWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== '')

/** The prescriber's favorites, and what is being changed about them. */
export class FavoritesController {
  /** By name. */
  items: readonly FavoritePrescription[] = []
  /** Whether the list of them is open. */
  isShown = false
  question: FavoriteQuestion | null = null
  /** As it is typed. */
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

  /** The one that has the name that is being typed, beside the one that is being renamed. */
  get sameName(): FavoritePrescription | undefined {
    const { question } = this
    const own = question?.about === 'rename' ? question.favorite.id : null
    return this.items.find(({ id, name }) => id !== own && normalizeName(name) === normalizeName(this.name))
  }

  /** Reads them again: another window may have changed them. What cannot be read stays as it was. */
  async load(client: VisitClient): Promise<void> {
    const { items } = await client.favorites.list().catch(() => this)
    this.items = items
    this.#host.requestUpdate()
  }

  /** Those in which every typed word begins a word of the name, the medicine or an ingredient. */
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

  /** Keeps the fields under the name, in the place of the one that has it. False when that failed. */
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
        // Removed by another window, or by a first try whose answer was lost.
        if (toProblem(error).status !== 404) throw error
      }),
    )
  }

  /** Leaves no word behind. */
  reset(): void {
    this.items = []
    this.isShown = false
    this.ask(null)
  }

  /** About the favorite as it was read again; its version is what the next try is held against. */
  #askAnew(): void {
    const { question } = this
    if (!question || question.about === 'keep') return
    const favorite = this.items.find(({ id }) => id === question.favorite.id)
    this.question = favorite ? { ...question, favorite: favorite } : question
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
    else this.#askAnew()
    return isDone === true
  }
}
