import { html, nothing, type TemplateResult } from 'lit'
import type { PatientBackground, VisitClient } from '@visitkit/sdk'
import { BackgroundQuestions, givenAnswers, keptAnswers, type BackgroundAnswers } from '../core/background-questions.ts'
import { moveFocus } from '../core/focus.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { backgroundMessages } from './background.messages.ts'
import type { backgroundEn } from './background.en.ts'
import { SettingsPart, type SettingsTranslate } from './settings-part.ts'

/** Null: the person may not read the answers of this patient. */
type Background = PatientBackground | null

/** What patients say about themselves, if they want to. */
export class BackgroundPart extends SettingsPart<Background> {
  readonly #b: Translate<typeof backgroundEn>
  readonly #questions: BackgroundQuestions

  constructor(host: VisitElement, t: SettingsTranslate) {
    super(host, t)
    this.#b = host.language.bundle(backgroundMessages)
    this.#questions = new BackgroundQuestions(host)
  }

  override reset(): void {
    super.reset()
    this.#questions.reset()
  }

  protected override async read(client: VisitClient, patientId: string, signal: AbortSignal): Promise<Background> {
    const me = await client.me.get({ signal })
    return me.personId === patientId ? client.patients.background(patientId, { signal }) : null
  }

  async #save(answers: BackgroundAnswers, version: number, done: string): Promise<void> {
    const given = givenAnswers(answers)
    const isDone = await this.act(
      (client, patientId, signal) => client.patients.putBackground(patientId, { ...given, version }, { signal }),
      done,
    )
    if (isDone) {
      this.#questions.reset()
      this.host.requestUpdate()
      return moveFocus(this.host, '#heading')
    }
    // The next save is based on what is kept now. What was chosen stays.
    if (this.change.problem?.code === 'version_conflict') this.host.startAgain()
  }

  protected override view(kept: Background): TemplateResult {
    const b = this.#b
    if (!kept) return html`<p class="muted">${b('onlyOwn')}</p>`
    const { version } = kept
    const answers = keptAnswers(kept)
    const shown = this.#questions.after(answers)
    const busy = this.change.busy ? 'true' : nothing
    return html`<div class="tight">
        <p>${b('why')} ${b('free')}</p>
        <p class="muted">${b('whoSees')} ${b('notSent')}</p>
      </div>
      <form
        class="stack"
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault()
          void this.#save(shown, version, b('saved'))
        }}
      >
        ${this.#questions.render(shown, b('racesHint'))} ${this.problem}
        <div class="row wrap">
          <button class="btn primary" type="submit" aria-disabled=${busy}>${b('save')}</button>
          ${
            Object.keys(answers).length > 0
              ? html`<button
                  class="btn quiet"
                  type="button"
                  aria-disabled=${busy}
                  @click=${() => void this.#save({}, version, b('cleared'))}
                >
                  ${b('clear')}
                </button>`
              : nothing
          }
        </div>
      </form>`
  }
}
