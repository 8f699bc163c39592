import { html, nothing, type TemplateResult } from 'lit'
import type { Practitioner, PractitionerSummary, VisitClient } from '@visitkit/sdk'
import type { PagePart } from '../core/element-of-pages.ts'
import { moveFocus } from '../core/focus.ts'
import { iconBack } from '../core/icons.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { NameForms } from '../settings/name-forms.ts'
import { loadedView } from './clinic-part.ts'
import { PractitionerList } from './practitioner-list.ts'
import type { practitionerNamesEn } from './practitioner-names.en.ts'
import { practitionerNamesMessages } from './practitioner-names.messages.ts'

/** The names of each practitioner: the official one in its parts, and others. */
export class PractitionerNames implements PagePart {
  readonly #host: VisitElement
  readonly #t: Translate<typeof practitionerNamesEn>
  readonly #list: PractitionerList
  /** The practitioner whose names are shown. */
  readonly #chosen: Loader<Practitioner>
  readonly #changing: Loader<true>
  readonly #forms: NameForms
  #client: VisitClient | null = null
  #chosenId: string | null = null

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(practitionerNamesMessages)
    this.#list = new PractitionerList(host)
    this.#chosen = new Loader(host)
    this.#changing = new Loader(host)
    this.#forms = new NameForms(host, {
      send: (work, done) => this.#change(work, done),
      isBusy: () => this.#changing.busy,
      problem: () => {
        const { problem } = this.#changing
        return problem ? problemView(host, problem, { texts: this.#t }) : nothing
      },
    })
  }

  open(client: VisitClient): void {
    this.#client = client
    void (this.#chosenId === null ? this.#list.read(client) : this.#readChosen(client, this.#chosenId))
  }

  reset(): void {
    this.#client = this.#chosenId = null
    this.#list.reset()
    this.#leave()
  }

  #leave(): void {
    this.#chosenId = null
    this.#chosen.reset()
    this.#changing.reset()
    this.#forms.reset()
    this.#host.requestUpdate()
  }

  async #readChosen(client: VisitClient, id: string): Promise<void> {
    await this.#chosen.run((signal) => client.practitioners.get(id, { signal }), { quietly: true })
  }

  async #choose({ id }: PractitionerSummary): Promise<void> {
    const client = this.#client
    if (!client) return
    this.#chosenId = id
    this.#host.requestUpdate()
    await this.#readChosen(client, id)
    await moveFocus(this.#host, '#chosen')
  }

  async #change(work: (client: VisitClient, signal: AbortSignal) => Promise<unknown>, said: string): Promise<boolean> {
    const [client, id] = [this.#client, this.#chosenId]
    if (!client || id === null || this.#changing.busy) return false
    const isDone = await this.#changing.run(async (signal) => {
      await work(client, signal)
      return true
    })
    // Also after a refusal: the next save is based on what is kept now. What was typed stays in the fields.
    if (isDone || this.#changing.problem?.code === 'version_conflict') await this.#readChosen(client, id)
    if (isDone) this.#host.announce(said)
    return isDone === true
  }

  render(): unknown {
    const t = this.#t
    const view = { texts: t, loading: t('loading') }
    const texts = { none: t('none'), more: t('more') }
    return this.#chosenId === null
      ? loadedView(this.#host, this.#list.loader, view, (listed) =>
          this.#list.view(listed, texts, (one) => this.#row(one)),
        )
      : loadedView(this.#host, this.#chosen, view, (practitioner) => this.#names(practitioner))
  }

  #row(one: PractitionerSummary): TemplateResult {
    const t = this.#t
    return html`<li class="row between wrap">
      <b dir="auto">${one.displayName}</b>
      <button
        class="btn small"
        type="button"
        id="names-of-${one.id}"
        aria-label=${t('namesOf', { name: one.displayName })}
        @click=${() => void this.#choose(one)}
      >
        ${t('names')}
      </button>
    </li>`
  }

  #names({ id, version, displayName, name, otherNames = [] }: Practitioner): TemplateResult {
    const t = this.#t
    const back = (): void => {
      this.#leave()
      void moveFocus(this.#host, `#names-of-${id}`)
    }
    return html`<div class="row between wrap">
        <h3 id="chosen" tabindex="-1" dir="auto" aria-level=${this.#host.headingLevel + 1}>${displayName}</h3>
        <button class="btn quiet" type="button" @click=${back}>${iconBack} ${t('back')}</button>
      </div>
      ${this.#forms.official(
        name ?? null,
        name ? t('officialHint') : t('noOfficial', { name: displayName }),
        (client, changed, signal) => client.practitioners.update(id, { name: changed, version }, { signal }),
      )}
      ${this.#forms.others(otherNames, (client, changed, signal) =>
        client.practitioners.update(id, { otherNames: changed, version }, { signal }),
      )}`
  }
}
