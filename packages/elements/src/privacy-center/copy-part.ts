import { html, nothing, type TemplateResult } from 'lit'
import { saveFile } from '../core/save-file.ts'
import { PrivacyPart } from './privacy-part.ts'

/** Makes a copy of the record and saves it. The server and the page keep nothing of it. */
export class CopyPart extends PrivacyPart {
  #made = false

  override reset(): void {
    super.reset()
    this.#made = false
  }

  #make = async (): Promise<void> => {
    const { t, host } = this
    this.#made = false
    host.announce(t('copyMaking'))
    const done = await this.act(async (client, patientId, signal) => {
      const language = host.format.tag.split('-')[0] ?? 'en'
      // Making it takes longer than an ordinary request, and a copy with recordings of calls is large for a slow connection.
      const file = await client.rights.copy({ patientId, language }, { signal, timeoutMs: 600_000 })
      saveFile(file, `${t('fileName')}.zip`)
    })
    if (!done) return
    this.#made = true
    host.announce(t('copyMade'))
    host.requestUpdate()
  }

  override render(): TemplateResult {
    const { t, change } = this
    return html`<p>${t('copyIntro')}</p>
      <div class="tight">
        <h3>${t('copyWhat')}</h3>
        <p>${t('copyIn')}</p>
      </div>
      <div class="tight">
        <h3>${t('copyNotIn')}</h3>
        <p>${t('copyOut')}</p>
      </div>
      <p>${t('copySafe')}</p>
      ${this.problem} ${change.busy ? html`<p>${t('copyMaking')}</p>` : nothing}
      ${this.#made ? html`<p>${t('copyMade')}</p>` : nothing}
      <div class="row wrap">
        <button class="btn primary" type="button" aria-disabled=${change.busy ? 'true' : nothing} @click=${this.#make}>
          ${t('copyMake')}
        </button>
      </div>
      <p class="small muted">${t('copyOther')}</p>`
  }
}
