import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { LazyPart } from '../core/lazy-part.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { openPage, pageList } from '../core/pages.ts'
import { problemView } from '../core/problem-view.ts'
import { patientPageStyles } from '../core/styles/patient-page.ts'
import { VisitElement } from '../core/visit-element.ts'
import type { ClinicPart } from './clinic-part.ts'
import { clinicSettingsMessages } from './clinic-settings.messages.ts'
import { clinicSettingsStyles } from './clinic-settings.styles.ts'

const pages = ['address', 'names', 'photos', 'orders', 'macros'] as const
type Page = (typeof pages)[number]
const permissionOf = {
  address: 'organization:update',
  names: 'practitioner:manage',
  photos: 'practitioner:manage',
  orders: 'note-template:manage',
  macros: 'note-template:manage',
} as const satisfies Record<Page, string>

/**
 * What administrators decide for the clinic: its address, the names and photos of its practitioners, its order sets, and the text macros that all notes share.
 * One page each, loaded when it is opened.
 *
 * @csspart heading - The heading.
 */
export class VisitClinicSettings extends VisitElement {
  static override styles: CSSResultGroup = [VisitElement.styles, patientPageStyles, clinicSettingsStyles]
  static override properties: PropertyDeclarations = { open: {}, opened: { state: true, attribute: false } }
  static override restartOn = ['open', 'opened']

  /** The page that is open at first: `address`, `names`, `photos`, `orders` or `macros`. Default: the list of pages. */
  declare open: string | undefined
  /** The page that the person opened; empty after they went back to the list. */
  declare private opened: Page | '' | undefined

  #t = this.language.bundle(clinicSettingsMessages)
  #may = new Loader<readonly Page[]>(this)
  #parts: Record<Page, LazyPart<ClinicPart>> = {
    address: new LazyPart(this, () => import('./clinic-address.ts').then(({ ClinicAddress: Part }) => new Part(this))),
    names: new LazyPart(this, () =>
      import('./practitioner-names.ts').then(({ PractitionerNames: Part }) => new Part(this)),
    ),
    photos: new LazyPart(this, () =>
      import('./practitioner-photos.ts').then(({ PractitionerPhotos: Part }) => new Part(this)),
    ),
    orders: new LazyPart(this, () => import('./order-sets.ts').then(({ OrderSetsPart: Part }) => new Part(this))),
    macros: new LazyPart(this, () => import('./shared-macros.ts').then(({ SharedMacros: Part }) => new Part(this))),
  }

  get #page(): Page | undefined {
    return this.#may.value?.find((page) => page === (this.opened ?? this.open))
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    void this.#load(client, signal)
  }

  async #load(client: VisitClient, signal: AbortSignal): Promise<void> {
    await this.#may.run(
      async () => {
        const me = await this.connection?.me()
        return pages.filter((page) => me?.permissions.includes(permissionOf[page]))
      },
      { quietly: true },
    )
    const page = this.#page
    if (!page || signal.aborted) return
    const part = await this.#parts[page].fetch()
    if (!signal.aborted) part?.open(client)
  }

  protected override wipe(): void {
    this.#may.reset()
    for (const part of Object.values(this.#parts)) part.value?.reset()
    this.opened = undefined
  }

  #open(page: Page | ''): void {
    const before = this.#page
    if (before) this.#parts[before].value?.reset()
    this.opened = page
    void moveFocus(this, '#heading')
  }

  #list(may: readonly Page[]): TemplateResult {
    const t = this.#t
    if (may.length === 0)
      return html`<div class="card pad tight">
        <h2>${t('nothingHeading')}</h2>
        <p class="muted">${t('nothingText')}</p>
      </div>`
    return pageList(t, may, (page) => this.#open(page))
  }

  #part(page: Page): unknown {
    const { now } = this.#parts[page]
    if (now.state === 'failed')
      return problemView(this, now.problem, { texts: this.#t, retry: () => this.startAgain() })
    return now.state === 'ready' ? now.value.render() : loadingRows(this.#t('loading'), 'stack')
  }

  protected override render(): unknown {
    const t = this.#t
    const { now } = this.#may
    if (now.state === 'failed') return problemView(this, now.problem, { texts: t, retry: () => this.startAgain() })
    if (now.state !== 'ready') return loadingRows(t('loading'), 'card pad stack')
    const page = this.#page
    if (!page) return this.#list(now.value)
    const hasList = now.value.length > 1 || this.opened
    return openPage(t, page, this.#part(page), hasList ? () => this.#open('') : null)
  }
}
