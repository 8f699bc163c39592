import { html, nothing, type TemplateResult } from 'lit'
import type { Patient, VisitClient } from '@visitkit/sdk'
import type { VisitElement } from '../core/visit-element.ts'
import { needsMessages } from './needs.messages.ts'
import { SettingsPart, type SettingsTranslate } from './settings-part.ts'

/** What a patient needs to take part in a visit: captions. */
export class NeedsPart extends SettingsPart<Patient> {
  readonly #t
  /** What the person chose and has not saved. */
  #chosen: boolean | null = null

  constructor(host: VisitElement, t: SettingsTranslate) {
    super(host, t)
    this.#t = host.language.bundle(needsMessages)
    host.language.refresh()
  }

  override reset(): void {
    super.reset()
    this.#chosen = null
  }

  protected override read(client: VisitClient, patientId: string, signal: AbortSignal): Promise<Patient> {
    return client.patients.get(patientId, { signal })
  }

  async #save(event: Event, { version }: Patient, needsCaptions: boolean): Promise<void> {
    event.preventDefault()
    const done = await this.act(
      (client, patientId, signal) => client.patients.update(patientId, { needsCaptions, version }, { signal }),
      this.t('saved'),
    )
    // The next save is based on what is kept now; the choice stays.
    if (!done && this.change.problem?.code === 'version_conflict') this.host.startAgain()
    if (done) this.#chosen = null
    this.host.requestUpdate()
  }

  protected override view(patient: Patient): TemplateResult {
    const [t, n] = [this.t, this.#t]
    const needsCaptions = this.#chosen ?? patient.needsCaptions ?? false
    return html`<form
      class="stack"
      novalidate
      @submit=${(event: Event) => void this.#save(event, patient, needsCaptions)}
    >
      <label class="choice"
        ><input
          type="checkbox"
          aria-describedby="captions-hint"
          .checked=${needsCaptions}
          @change=${(event: Event) => {
            this.#chosen = (event.target as HTMLInputElement).checked
            this.host.requestUpdate()
          }}
        />${n('captions')}</label
      >
      <p class="hint" id="captions-hint">${n('captionsHint')}</p>
      ${this.problem}
      <div>
        <button class="btn primary" type="submit" aria-disabled=${this.change.busy ? 'true' : nothing}>
          ${t(this.change.busy ? 'saving' : 'save')}
        </button>
      </div>
      ${this.change.value && this.#chosen === null ? html`<p><b>${t('saved')}</b></p>` : nothing}
    </form>`
  }
}
