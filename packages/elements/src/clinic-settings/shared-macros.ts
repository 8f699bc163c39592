import { html, nothing, type TemplateResult } from 'lit'
import type { TextMacro, VisitClient } from '@visitkit/sdk'
import type { PagePart } from '../core/element-of-pages.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { openForOrganization } from '../core/open-for-organization.ts'
import { OwnDraft } from '../core/own-draft.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { fieldView, loadedView, saveRow } from './clinic-part.ts'
import type { sharedMacrosEn } from './shared-macros.en.ts'
import { sharedMacrosMessages } from './shared-macros.messages.ts'

const mostLetters = 4000
const word = /^[a-z][a-z0-9-]{1,29}$/

interface Draft {
  readonly name: string
  readonly text: string
  /** 0 for a new one. */
  readonly version: number
}
type Fault = 'nameFault' | 'nameTaken' | 'textFault' | 'textLong'

/** The text macros that all notes of the clinic share. */
export class SharedMacros implements PagePart {
  readonly #host: VisitElement
  readonly #t: Translate<typeof sharedMacrosEn>
  readonly #loaded: Loader<readonly TextMacro[]>
  readonly #changing: Loader<true>
  readonly #kept: OwnDraft
  #client: VisitClient | null = null
  #draft: Draft | null = null
  #fault: Fault | null = null
  /** The name of the macro whose deletion is asked about. */
  #asked: string | null = null

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(sharedMacrosMessages)
    this.#loaded = new Loader(host)
    this.#changing = new Loader(host)
    this.#kept = new OwnDraft(host, 'text-macro')
  }

  open(client: VisitClient): void {
    this.#client = client
    void this.#read()
    void this.#goOn(client)
  }

  /** With what was written before this page, and was not saved. */
  async #goOn(client: VisitClient): Promise<void> {
    const kept = await openForOrganization(this.#kept, client)
    if (!kept || this.#draft) return
    const { name = '', text = '', version = '0' } = kept
    this.#draft = { name, text, version: Number(version) }
    this.#host.requestUpdate()
  }

  reset(): void {
    this.#client = this.#draft = this.#fault = this.#asked = null
    this.#loaded.reset()
    this.#changing.reset()
    this.#kept.reset()
  }

  async #read(): Promise<void> {
    const client = this.#client
    if (!client) return
    await this.#loaded.run(
      async (signal) => (await client.textMacros.list({ signal })).items.filter(({ shared }) => shared),
      { quietly: true },
    )
  }

  async #edit(draft: Draft | null, focus: string): Promise<void> {
    this.#draft = draft
    if (draft === null) void this.#kept.discard()
    this.#fault = this.#asked = null
    this.#changing.reset()
    this.#host.requestUpdate()
    await moveFocus(this.#host, focus)
  }

  #set(change: Partial<Draft>): void {
    if (!this.#draft) return
    this.#draft = { ...this.#draft, ...change }
    const { name, text, version } = this.#draft
    this.#kept.write({ name, text, version: String(version) })
  }

  #faultOf({ name, text, version }: Draft): Fault | null {
    if (!word.test(name)) return 'nameFault'
    if (version === 0 && this.#loaded.value?.some((one) => one.name === name)) return 'nameTaken'
    if (text.trim() === '') return 'textFault'
    return text.length > mostLetters ? 'textLong' : null
  }

  async #save(): Promise<void> {
    const [client, draft] = [this.#client, this.#draft]
    if (!client || !draft || this.#changing.busy) return
    this.#fault = this.#faultOf(draft)
    this.#host.requestUpdate()
    if (this.#fault) return moveFocus(this.#host, this.#fault.startsWith('name') ? '#macro-name' : '#macro-text')
    const { name, text, version } = draft
    const done = await this.#changing.run(async (signal) => {
      await client.textMacros.putShared(name, { text, version }, { signal })
      return true
    })
    await this.#read()
    if (!done) {
      // The next attempt is about the version that is shown now.
      const current = this.#loaded.value?.find((one) => one.name === name)
      if (version > 0 && current) this.#set({ version: current.version })
      return
    }
    this.#host.announce(this.#t('saved'))
    await this.#edit(null, '#heading')
  }

  async #remove(name: string): Promise<void> {
    const client = this.#client
    if (!client || this.#changing.busy) return
    const done = await this.#changing.run(async (signal) => {
      await client.textMacros.removeShared(name, { signal })
      return true
    })
    await this.#read()
    if (!done) return
    this.#host.announce(this.#t('removed'))
    await this.#edit(null, '#heading')
  }

  render(): unknown {
    const t = this.#t
    return loadedView(this.#host, this.#loaded, { texts: t, loading: t('loading') }, (macros) =>
      this.#draft ? this.#form(this.#draft) : this.#list(macros),
    )
  }

  get #problem(): unknown {
    const { problem } = this.#changing
    return problem ? problemView(this.#host, problem, { texts: this.#t }) : nothing
  }

  #list(macros: readonly TextMacro[]): TemplateResult {
    const t = this.#t
    const begin = (): void => void this.#edit({ name: '', text: '', version: 0 }, '#draft-heading')
    return html`<p class="muted">${t('hint')}</p>
      ${this.#problem} ${macros.length === 0 ? html`<p>${t('none')}</p>` : nothing}
      <ul class="lined">
        ${macros.map((macro) => this.#macro(macro))}
      </ul>
      <div>
        <button class="btn" type="button" @click=${begin}>${t('add')}</button>
      </div>`
  }

  #macro(macro: TextMacro): TemplateResult {
    const t = this.#t
    const { name, text, version } = macro
    const ask = (asked: string | null): void => {
      this.#asked = asked
      this.#host.requestUpdate()
      void moveFocus(this.#host, asked === null ? '#heading' : '#ask')
    }
    const button = (words: string, label: string, press: () => void): TemplateResult =>
      html`<button class="btn small" type="button" aria-label=${label} @click=${press}>${words}</button>`
    return html`<li class="stack">
      <div class="row between wrap">
        <b dir="ltr">${`.${name}`}</b>
        <span class="row wrap">
          ${button(t('change'), t('changeName', { name }), () => void this.#edit({ name, text, version }, '#draft-heading'))}
          ${button(t('remove'), t('removeName', { name }), () => ask(name))}
        </span>
      </div>
      <p class="small text-block" dir="auto">${text}</p>
      ${
        this.#asked === name
          ? html`<div class="tight" role="group" aria-labelledby="ask">
              <p id="ask" tabindex="-1"><b>${t('removeAsk', { name })}</b></p>
              <div class="row wrap">
                <button class="btn small" type="button" @click=${() => void this.#remove(name)}>
                  ${t('removeYes')}
                </button>
                <button class="btn small" type="button" @click=${() => ask(null)}>${t('removeNo')}</button>
              </div>
            </div>`
          : nothing
      }
    </li>`
  }

  #form({ name, text, version }: Draft): TemplateResult {
    const t = this.#t
    const { busy } = this.#changing
    const faults: Record<Fault, string> = {
      nameFault: t('nameFault'),
      nameTaken: t('nameTaken', { name }),
      textFault: t('textFault'),
      textLong: t('textLong', { most: this.#host.format.number(mostLetters) }),
    }
    const faultAt = (field: string): string | undefined =>
      this.#fault?.startsWith(field) ? faults[this.#fault] : undefined
    return html`<form
      class="stack narrow"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault()
        void this.#save()
      }}
    >
      <h3 id="draft-heading" tabindex="-1">${version === 0 ? t('newHeading') : t('changeHeading', { name })}</h3>
      ${this.#problem}
      ${
        version === 0
          ? fieldView({
              ...{
                id: 'macro-name',
                label: t('name'),
                hint: t('nameHint', { example: 'ros' }),
                fault: faultAt('name'),
              },
              control: (described, isInvalid) =>
                html`<input
                  id="macro-name"
                  dir="ltr"
                  autocomplete="off"
                  autocapitalize="none"
                  aria-describedby=${described}
                  aria-invalid=${isInvalid}
                  .value=${name}
                  @input=${(event: Event) => this.#set({ name: (event.target as HTMLInputElement).value.trim() })}
                />`,
            })
          : nothing
      }
      ${fieldView({
        ...{ id: 'macro-text', label: t('text'), fault: faultAt('text') },
        control: (described, isInvalid) =>
          html`<textarea
            id="macro-text"
            dir="auto"
            aria-describedby=${described}
            aria-invalid=${isInvalid}
            .value=${text}
            @input=${(event: Event) => this.#set({ text: (event.target as HTMLTextAreaElement).value })}
          ></textarea>`,
      })}
      ${saveRow({
        ...{ save: t(busy ? 'saving' : 'save'), cancel: t('cancel'), busy },
        onCancel: () => void this.#edit(null, '#heading'),
      })}
    </form>`
  }
}
