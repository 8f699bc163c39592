import { html, nothing, type TemplateResult } from 'lit'
import type { NoteTemplateSection, OrderSet, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { localized } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import { SearchBox } from '../core/search-box.ts'
import { shortcutHint } from '../core/shortcut-hint.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { applyOrderSet, offeredOrderSets } from './apply-order-set.ts'
import { CopyForward } from './copy-forward.ts'
import type { ExpandedText } from './expand-macro.ts'
import { MacroPanel } from './macro-panel.ts'
import type { noteAidsEn } from './note-aids.en.ts'
import { noteAidsMessages } from './note-aids.messages.ts'
import type { NoteDraftController } from './note-draft-controller.ts'
import { NoteOrders } from './note-orders.ts'

/** What saves typing: order sets, copies, text macros, and orders from the note. A module of its own, which the note does not wait for. */
export class NoteAids {
  readonly orders: NoteOrders
  readonly #host: VisitElement
  readonly #t: Translate<typeof noteAidsEn>
  readonly #client: () => VisitClient | null
  readonly #draftController: NoteDraftController
  readonly #copies: CopyForward
  readonly #macros: MacroPanel
  readonly #sets: SearchBox<OrderSet>
  #allSets: readonly OrderSet[] = []
  #sections: readonly NoteTemplateSection[] = []
  #used = ''
  #loading: Promise<void> = Promise.resolve()

  constructor(host: VisitElement, draftController: NoteDraftController, client: () => VisitClient | null) {
    this.#host = host
    this.#client = client
    this.#draftController = draftController
    this.#t = host.language.bundle(noteAidsMessages)
    this.orders = new NoteOrders(host, this.#t)
    this.#copies = new CopyForward(host, this.#t, draftController)
    this.#macros = new MacroPanel(host, this.#t, client)
    this.#sets = new SearchBox<OrderSet>(host, {
      find: (text) => this.#find(text),
      offered: () => this.#offered(),
      picked: (set) => this.#use(set),
      from: 1,
    })
    host.language.refresh()
  }

  get words(): Translate<typeof noteAidsEn> {
    return this.#t
  }

  load(client: VisitClient): Promise<void> {
    return (this.#loading = this.#load(client))
  }

  async #load(client: VisitClient): Promise<void> {
    const [{ items }] = await Promise.all([
      client.orderSets.list().catch(() => ({ items: this.#allSets })),
      this.#macros.load(client),
    ])
    this.#allSets = items
    this.#host.requestUpdate()
  }

  reset(): void {
    this.#allSets = []
    this.#used = ''
    for (const part of [this.orders, this.#copies, this.#macros]) part.reset()
    this.#sets.clear()
  }

  expand(text: string, caret: number): ExpandedText | null {
    return this.#macros.expand(text, caret)
  }

  mark(code: string, heading: string): unknown {
    return this.#copies.mark(code, heading)
  }

  /** Reads the note to copy from. */
  copy(): void {
    const client = this.#client()
    const { note } = this.#draftController
    if (client && note) void this.#copies.open(client, note)
  }

  focusOrderSets(): void {
    void moveFocus(this.#host, '#order-set')
  }

  #offered(): readonly OrderSet[] {
    return offeredOrderSets(this.#allSets, this.#draftController.note?.template?.specialties ?? [])
  }

  /** Typed before the sets are here: what is typed waits for them. */
  async #find(text: string): Promise<readonly OrderSet[]> {
    await this.#loading
    return this.#offered().filter((set) => this.#matches(set, text))
  }

  #matches({ name, diagnoses }: OrderSet, text: string): boolean {
    const words = [...name.map((one) => one.text), ...diagnoses.map(({ code, display }) => `${code} ${display}`)]
    return words.join(' ').toLowerCase().includes(text.toLowerCase())
  }

  #use(set: OrderSet): void {
    this.#draftController.change(applyOrderSet(this.#draftController.draft, set, this.#sections))
    this.orders.suggest(set, this.#client())
    this.#used = this.#t('setUsed', { name: localized(set.name, this.#host.language.tag) })
    this.#host.announce(this.#used)
  }

  /** Above the sections. */
  render(sections: readonly NoteTemplateSection[]): TemplateResult {
    this.#sections = sections
    const t = this.#t
    const { tag } = this.#host.language
    return html`<section class="part aids" aria-label=${t('aids')}>
      <div class="row wrap">
        <div class="grow order-set">
          ${this.#sets.render({
            id: 'order-set',
            label: t('orderSet'),
            hint: t('orderSetHint'),
            option: ({ name, diagnoses }) =>
              html`<b>${localized(name, tag)}</b
                ><span class="small muted num">${diagnoses.map(({ code }) => code).join(', ')}</span>`,
          })}
        </div>
        <button class="btn" id="copy-forward" type="button" aria-keyshortcuts="c" @click=${() => this.copy()}>
          ${t('copy')}
        </button>
        ${shortcutHint('c')}
        <button
          class="btn"
          type="button"
          aria-expanded=${this.#macros.isOpen ? 'true' : 'false'}
          @click=${() => this.#macros.toggle()}
        >
          ${t('macros')}
        </button>
      </div>
      ${this.#used ? html`<p class="small muted">${this.#used}</p>` : nothing} ${this.#copies.status(() => this.copy())}
      ${this.#macros.render()}
    </section>`
  }
}
