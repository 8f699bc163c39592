import { html, nothing, type TemplateResult } from 'lit'
import type { TextMacro, VisitClient } from '@visitkit/sdk'
import { iconClose } from '../core/icons.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { moveFocus } from '../core/focus.ts'
import { OwnDraft } from '../core/own-draft.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { expandMacro, type ExpandedText } from './expand-macro.ts'
import type { noteAidsEn } from './note-aids.en.ts'

const namePattern = /^[a-z][a-z0-9-]{1,29}$/

/** The clinician's text macros and the clinic's: a list, and a form for an own one. */
export class MacroPanel {
  isOpen = false
  readonly #host: VisitElement
  readonly #t: Translate<typeof noteAidsEn>
  readonly #client: () => VisitClient | null
  readonly #work: Loader<unknown>
  /** The macro that is not saved yet. */
  readonly #kept: OwnDraft
  #macros: readonly TextMacro[] = []
  #name = ''
  #text = ''
  #isFaulty = false

  constructor(host: VisitElement, t: Translate<typeof noteAidsEn>, client: () => VisitClient | null) {
    this.#host = host
    this.#t = t
    this.#client = client
    this.#work = new Loader(host)
    this.#kept = new OwnDraft(host, 'text-macro')
  }

  reset(): void {
    this.isOpen = false
    this.#macros = []
    this.#write('', '')
    this.#kept.reset()
    this.#work.reset()
  }

  /** Without a connection nothing is expanded; the text stays as it is typed. */
  async load(client: VisitClient): Promise<void> {
    this.#macros = (await client.textMacros.list().catch(() => null))?.items ?? this.#macros
    this.#host.requestUpdate()
  }

  expand(text: string, caret: number): ExpandedText | null {
    const expanded = expandMacro(text, caret, this.#macros)
    if (expanded) this.#host.announce(this.#t('macroExpanded', { name: expanded.name }))
    return expanded
  }

  toggle(): void {
    this.isOpen = !this.isOpen
    this.#host.requestUpdate()
    if (!this.isOpen) return
    void moveFocus(this.#host, '#macro-name')
    if (!this.#name && !this.#text) void this.#restore()
  }

  async #restore(): Promise<void> {
    const client = this.#client()
    const me = await client?.me.get().catch(() => null)
    const kept = client && me && (await this.#kept.open(client, me.personId))
    if (!kept) return
    this.#write(kept['name'] ?? '', kept['text'] ?? '')
    this.#host.requestUpdate()
  }

  #type(name: string, text: string): void {
    this.#write(name, text)
    this.#kept.write({ name, text })
  }

  #write(name: string, text: string): void {
    this.#name = name
    this.#text = text
    this.#isFaulty = false
  }

  async #save(): Promise<void> {
    const client = this.#client()
    const [name, text] = [this.#name.trim().replace(/^\./, ''), this.#text.trim()]
    this.#isFaulty = !namePattern.test(name) || text === ''
    this.#host.requestUpdate()
    if (!client || this.#isFaulty || this.#work.busy) return
    const version = this.#macros.find((one) => one.name === name && !one.shared)?.version ?? 0
    const saved = await this.#work.run(() => client.textMacros.put(name, { text, version }))
    await this.load(client)
    if (!saved) return
    this.#write('', '')
    void this.#kept.discard()
    this.#host.announce(this.#t('macroSaved', { name }))
    await moveFocus(this.#host, '#macro-name')
  }

  async #remove(name: string): Promise<void> {
    const client = this.#client()
    if (!client || this.#work.busy) return
    await this.#work.run(async () => (await client.textMacros.remove(name), true))
    await this.load(client)
    await moveFocus(this.#host, '#macro-name')
  }

  #row({ name, text, shared }: TextMacro): TemplateResult {
    const t = this.#t
    return html`<li class="line">
      <span class="grow tight"><b dir="ltr">.${name}</b><span class="small muted" dir="auto">${text}</span></span>
      ${
        shared
          ? html`<span class="chip">${t('macroShared')}</span>`
          : html`<button
              class="btn quiet small icon"
              type="button"
              aria-label=${t('macroRemove', { name })}
              title=${t('macroRemove', { name })}
              @click=${() => void this.#remove(name)}
            >
              ${iconClose}
            </button>`
      }
    </li>`
  }

  render(): unknown {
    if (!this.isOpen) return nothing
    const t = this.#t
    const { problem } = this.#work
    return html`<div class="stack" id="macros">
      <p class="small muted">${t('macrosHint')}</p>
      ${
        this.#macros.length === 0
          ? html`<p class="small muted">${t('noMacros')}</p>`
          : html`<ul class="rows">
              ${this.#macros.map((macro) => this.#row(macro))}
            </ul>`
      }
      <div class="field">
        <label for="macro-name">${t('macroName')}</label>
        <input
          id="macro-name"
          type="text"
          dir="ltr"
          maxlength="31"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-describedby="macro-hint"
          .value=${this.#name}
          @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value, this.#text)}
        />
        <p class="hint" id="macro-hint">${t('macroNameHint')}</p>
      </div>
      <div class="field">
        <label for="macro-text">${t('macroText')}</label>
        <textarea
          id="macro-text"
          dir="auto"
          rows="3"
          maxlength="4000"
          .value=${this.#text}
          @input=${(event: Event) => this.#type(this.#name, (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </div>
      ${this.#isFaulty ? html`<p class="error" role="alert">${t('macroFault')}</p>` : nothing}
      ${problem ? problemView(this.#host, problem) : nothing}
      <div><button class="btn" type="button" @click=${() => void this.#save()}>${t('macroSave')}</button></div>
    </div>`
  }
}
