import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { Me, VisitClient } from '@visitkit/sdk'
import { LazyPart } from '../core/lazy-part.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { problemView } from '../core/problem-view.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { chipStyles } from '../core/styles/chip.ts'
import { denseStyles } from '../core/styles/dense.ts'
import { fieldStyles } from '../core/styles/field.ts'
import { listStyles } from '../core/styles/list.ts'
import { skeletonStyles } from '../core/styles/skeleton.ts'
import { tableStyles } from '../core/styles/table.ts'
import { VisitElement } from '../core/visit-element.ts'
import type { DeskPart } from './desk-part.ts'
import { deskTabs, type DeskTabId } from './desk-tabs.ts'
import { privacyDeskMessages } from './privacy-desk.messages.ts'
import { privacyDeskStyles } from './privacy-desk.styles.ts'

/**
 * The desk of a privacy officer: what patients ask about who opened their records, and cases of the access monitor, with clocks. Updates
 * live.
 *
 * @csspart heading - The heading.
 */
export class VisitPrivacyDesk extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    bannerStyles,
    buttonStyles,
    cardStyles,
    chipStyles,
    fieldStyles,
    listStyles,
    skeletonStyles,
    tableStyles,
    denseStyles,
    privacyDeskStyles,
  ]
  static override properties: PropertyDeclarations = { tab: { state: true, attribute: false } }
  static override restartOn = ['tab']

  /** Null until the person chooses: the first one that they may see. */
  declare private tab: DeskTabId | null

  #t = this.language.bundle(privacyDeskMessages)
  #me = new Loader<Me | undefined>(this)
  #parts = new Map<DeskTabId, LazyPart<DeskPart>>()

  constructor() {
    super()
    this.tab = null
  }

  get #shown(): readonly DeskTabId[] {
    const permissions = this.#me.value?.permissions ?? []
    return (Object.keys(deskTabs) as DeskTabId[]).filter((id) => permissions.includes(deskTabs[id].permission))
  }

  get #chosen(): DeskTabId {
    return this.tab ?? this.#shown[0] ?? 'questions'
  }

  #part(id: DeskTabId): LazyPart<DeskPart> {
    const part = this.#parts.get(id) ?? new LazyPart<DeskPart>(this, () => deskTabs[id].load(this))
    this.#parts.set(id, part)
    return part
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    void this.#open(client, signal)
  }

  async #open(client: VisitClient, signal: AbortSignal): Promise<void> {
    await this.#me.run(async () => this.connection?.me(), { quietly: true })
    const part = await this.#part(this.#chosen).fetch()
    const me = this.#me.value
    if (!signal.aborted) part?.open(client, signal, me?.permissions ?? [], me?.personId)
  }

  protected override wipe(): void {
    this.#me.reset()
    for (const part of this.#parts.values()) part.value?.reset()
    this.announce('')
  }

  /** Arrow keys move to the next tab in visual order, with the focus. */
  #turn = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    const list = event.currentTarget as HTMLElement
    const ids = this.#shown
    const isForward = (event.key === 'ArrowRight') === (getComputedStyle(list).direction === 'ltr')
    const place = ids.indexOf(this.#chosen) + (isForward ? 1 : ids.length - 1)
    this.tab = ids[place % ids.length] ?? this.#chosen
    list.querySelector<HTMLElement>(`#tab-${this.tab}`)?.focus()
  }

  #tabs(): TemplateResult {
    return html`<div class="tabs" role="tablist" aria-label=${this.#t('tabs')} @keydown=${this.#turn}>
      ${this.#shown.map((id) => {
        const isChosen = id === this.#chosen
        return html`<button
          class="tab"
          id="tab-${id}"
          type="button"
          role="tab"
          aria-selected=${isChosen ? 'true' : 'false'}
          aria-controls="panel"
          tabindex=${isChosen ? '0' : '-1'}
          @click=${() => (this.tab = id)}
        >
          ${this.#t(deskTabs[id].name)}
        </button>`
      })}
    </div>`
  }

  #panel(): TemplateResult {
    const again = (): void => this.startAgain()
    const { now } = this.#part(this.#chosen)
    const problem = this.#me.problem ?? (now.state === 'failed' ? now.problem : undefined)
    if (problem) return html`<div class="part">${problemView(this, problem, { retry: again })}</div>`
    const { value } = this.#part(this.#chosen)
    return value && this.#me.value ? value.render(this.headingLevel + 1, again) : loadingRows(this.#t('loading'))
  }

  protected override render(): unknown {
    return html`<div class="card">
      <div class="part row between wrap">
        <h2 id="heading" part="heading" tabindex="-1" aria-level=${this.headingLevel}>${this.#t('heading')}</h2>
        ${this.#shown.length > 1 ? this.#tabs() : ''}
      </div>
      <div
        id="panel"
        role=${this.#shown.length > 1 ? 'tabpanel' : 'group'}
        aria-labelledby=${this.#shown.length > 1 ? `tab-${this.#chosen}` : 'heading'}
      >
        ${this.#panel()}
      </div>
    </div>`
  }
}
