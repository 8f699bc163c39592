import { type CSSResultGroup, type PropertyDeclarations } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { moveFocus } from './focus.ts'
import { LazyPart } from './lazy-part.ts'
import { Loader } from './loader.ts'
import { loadingRows } from './loading-rows.ts'
import { openPage, pageList } from './pages.ts'
import { problemView } from './problem-view.ts'
import type { ProblemTexts } from './problem-text.ts'
import { pagesStyles } from './styles/pages.ts'
import { patientPageStyles } from './styles/patient-page.ts'
import { VisitElement } from './visit-element.ts'

/** What one page shows and does. */
export interface PagePart {
  open(client: VisitClient): void
  reset(): void
  render(): unknown
}

/** A page: the permission that opens it, and its code, which is loaded when it is opened. */
export interface Page {
  readonly permission: string
  readonly load: () => Promise<PagePart>
}

/** An element of several pages, of which a person sees those that they may open, as a list and one at a time. */
export abstract class ElementOfPages<Name extends string> extends VisitElement {
  static override styles: CSSResultGroup = [VisitElement.styles, patientPageStyles, pagesStyles]
  static override properties: PropertyDeclarations = { open: {}, opened: { state: true, attribute: false } }
  static override restartOn = ['open', 'opened']

  /** The page that is open at first. Default: the list of pages. */
  declare open: string | undefined
  /** The page that the person opened; empty after they went back to the list. */
  declare private opened: Name | '' | undefined

  /** In the order of the list. */
  protected abstract readonly pages: Readonly<Record<Name, Page>>
  protected abstract readonly t: ProblemTexts & ((key: Name | `${Name}Text` | 'heading' | 'loading' | 'back') => string)
  /** For a person who may open none of them. */
  protected abstract emptyView(): unknown

  readonly #may = new Loader<readonly Name[]>(this)
  readonly #parts = new Map<Name, LazyPart<PagePart>>()

  get #names(): readonly Name[] {
    return Object.keys(this.pages) as Name[]
  }

  #part(name: Name): LazyPart<PagePart> {
    const known = this.#parts.get(name) ?? new LazyPart(this, this.pages[name].load)
    this.#parts.set(name, known)
    return known
  }

  /** Who may open only one page has no list. */
  get #page(): Name | undefined {
    const may = this.#may.value
    return may?.length === 1 ? may[0] : may?.find((name) => name === (this.opened ?? this.open))
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    void this.#load(client, signal)
  }

  async #load(client: VisitClient, signal: AbortSignal): Promise<void> {
    await this.#may.run(
      async () => {
        const me = await this.connection?.me()
        return this.#names.filter((name) => me?.permissions.includes(this.pages[name].permission))
      },
      { quietly: true },
    )
    const page = this.#page
    if (!page || signal.aborted) return
    const part = await this.#part(page).fetch()
    if (!signal.aborted) part?.open(client)
  }

  protected override wipe(): void {
    this.#may.reset()
    for (const part of this.#parts.values()) part.value?.reset()
    this.opened = undefined
  }

  #open(page: Name | ''): void {
    const before = this.#page
    if (before) this.#part(before).value?.reset()
    this.opened = page
    void moveFocus(this, '#heading')
  }

  #content(page: Name): unknown {
    const { now } = this.#part(page)
    if (now.state === 'failed') return problemView(this, now.problem, { texts: this.t, retry: () => this.startAgain() })
    return now.state === 'ready' ? now.value.render() : loadingRows(this.t('loading'), 'stack')
  }

  protected override render(): unknown {
    const { t } = this
    const { now } = this.#may
    if (now.state === 'failed') return problemView(this, now.problem, { texts: t, retry: () => this.startAgain() })
    if (now.state !== 'ready') return loadingRows(t('loading'), 'card pad stack')
    const page = this.#page
    if (page) return openPage(t, page, this.#content(page), now.value.length > 1 ? () => this.#open('') : null)
    return now.value.length === 0 ? this.emptyView() : pageList(t, now.value, (opened) => this.#open(opened))
  }
}
