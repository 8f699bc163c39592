import { html, nothing, type TemplateResult } from 'lit'
import type { PractitionerSummary, VisitClient } from '@visitkit/sdk'
import { face } from '../core/face.ts'
import type { PagePart } from '../core/element-of-pages.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { loadedView } from './clinic-part.ts'
import { PractitionerList } from './practitioner-list.ts'
import type { practitionerPhotosEn } from './practitioner-photos.en.ts'
import { practitionerPhotosMessages } from './practitioner-photos.messages.ts'

/** Of the server. */
const maxBytes = 10_485_760
const types = ['image/jpeg', 'image/png', 'image/webp']

/** A photo of each practitioner: chosen, replaced and removed. */
export class PractitionerPhotos implements PagePart {
  readonly #host: VisitElement
  readonly #t: Translate<typeof practitionerPhotosEn>
  readonly #list: PractitionerList
  readonly #changing: Loader<true>
  #client: VisitClient | null = null
  /** The practitioner whose photo is being changed. */
  #changed: string | null = null
  #fault: 'tooLarge' | 'otherType' | null = null

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(practitionerPhotosMessages)
    this.#list = new PractitionerList(host)
    this.#changing = new Loader(host)
  }

  open(client: VisitClient): void {
    this.#client = client
    void this.#list.read(client)
  }

  reset(): void {
    this.#client = this.#changed = this.#fault = null
    this.#list.reset()
    this.#changing.reset()
  }

  async #change(
    { id }: PractitionerSummary,
    said: string,
    work: (client: VisitClient, signal: AbortSignal) => Promise<{ readonly photoId?: string }>,
  ): Promise<void> {
    const [client, listed] = [this.#client, this.#list.loader.value]
    if (!client || !listed || this.#changing.busy) return
    this.#changed = id
    this.#fault = null
    this.#host.requestUpdate()
    const done = await this.#changing.run(async (signal) => {
      const { photoId } = await work(client, signal)
      const items = listed.items.map((one) => {
        if (one.id !== id) return one
        const { photoId: _, ...rest } = one
        return photoId === undefined ? rest : { ...rest, photoId }
      })
      this.#list.loader.set({ ...listed, items })
      return true
    })
    if (done) this.#host.announce(said)
    await moveFocus(this.#host, `#photo-of-${id}`)
  }

  async #put(one: PractitionerSummary, input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? []
    // The same picture may be chosen again.
    if (!file || this.#changing.busy) return
    this.#changing.reset()
    this.#changed = one.id
    this.#fault = file.size > maxBytes ? 'tooLarge' : types.includes(file.type) ? null : 'otherType'
    this.#host.requestUpdate()
    if (!this.#fault)
      await this.#change(one, this.#t('saved', { name: one.displayName }), (client, signal) =>
        client.practitioners.putPhoto(one.id, file, { signal }),
      )
    input.value = ''
  }

  render(): unknown {
    const t = this.#t
    const texts = { none: t('none'), more: t('more') }
    return loadedView(this.#host, this.#list.loader, { texts: t, loading: t('loading') }, (listed) => [
      listed.items.length > 0 ? html`<p class="muted" id="photo-hint">${t('hint')}</p>` : nothing,
      this.#list.view(listed, texts, (one) => this.#practitioner(one)),
    ])
  }

  #practitioner(one: PractitionerSummary): TemplateResult {
    const t = this.#t
    const isChanging = this.#changed === one.id
    const { problem, busy } = this.#changing
    return html`<li class="stack">
      <div class="row between wrap">
        <span class="row">${face(this.#host, one)} <b>${one.displayName}</b></span>
        <span class="row wrap">${this.#choice(one)} ${one.photoId ? this.#removal(one) : nothing}</span>
      </div>
      ${isChanging && this.#fault ? html`<p class="error" role="alert">${t(this.#fault)}</p>` : nothing}
      ${isChanging && problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      ${isChanging && busy ? html`<p class="small muted" role="status">${t('sending')}</p>` : nothing}
    </li>`
  }

  /** A button of ours, because the label of the browser's own is in the language of the browser, not of the page. */
  #choice(one: PractitionerSummary): TemplateResult {
    const key = one.photoId ? 'replace' : 'choose'
    return html`<span
      ><button
        class="btn small"
        type="button"
        id="photo-of-${one.id}"
        aria-label=${this.#t(`${key}Of`, { name: one.displayName })}
        aria-describedby="photo-hint"
        @click=${({ currentTarget }: Event) =>
          ((currentTarget as HTMLElement).nextElementSibling as HTMLInputElement).click()}
      >
        ${this.#t(key)}</button
      ><input
        type="file"
        hidden
        accept=${types.join(',')}
        @change=${(event: Event) => void this.#put(one, event.target as HTMLInputElement)}
      />
    </span>`
  }

  #removal(one: PractitionerSummary): TemplateResult {
    const remove = (): Promise<void> =>
      this.#change(one, this.#t('removed', { name: one.displayName }), (client, signal) =>
        client.practitioners.removePhoto(one.id, { signal }),
      )
    return html`<button
      class="btn small"
      type="button"
      aria-label=${this.#t('removeOf', { name: one.displayName })}
      @click=${() => void remove()}
    >
      ${this.#t('remove')}
    </button>`
  }
}
