import { html, nothing, type TemplateResult } from 'lit'
import type { Coverage, Patient, VisitClient } from '@visitkit/sdk'
import type { VisitElement } from '../core/visit-element.ts'
import { NameForms } from './name-forms.ts'
import { SettingsPart, type SettingsTranslate } from './settings-part.ts'

interface Names {
  readonly patient: Patient
  readonly coverages: readonly Coverage[]
}

/** The official name, other names, and the name on each insurance card. */
export class NamesPart extends SettingsPart<Names> {
  readonly #forms: NameForms

  constructor(host: VisitElement, t: SettingsTranslate) {
    super(host, t)
    this.#forms = new NameForms(host, {
      send: async (work, done) => {
        const isDone = await this.act((client, _patientId, signal) => work(client, signal), done)
        // The next save is based on what is kept now. What was typed stays in the fields.
        if (!isDone && this.change.problem?.code === 'version_conflict') host.startAgain()
        return isDone
      },
      isBusy: () => this.change.busy,
      problem: () => this.problem,
    })
  }

  override reset(): void {
    super.reset()
    this.#forms.reset()
  }

  protected override async read(client: VisitClient, patientId: string, signal: AbortSignal): Promise<Names> {
    const [patient, { items }] = await Promise.all([
      client.patients.get(patientId, { signal }),
      client.coverages.ofPatient(patientId, { signal }),
    ])
    return { patient, coverages: items }
  }

  /** Most cards have the official name, so the form is folded until it is needed. */
  #card({ id, version, payer, nameOnCard }: Coverage): TemplateResult {
    const [forms, { n }] = [this.#forms, this.#forms]
    const form = `card-${id}`
    const clear = (): void =>
      void forms.change(form, n('saved'), (client, signal) =>
        client.coverages.update(id, { nameOnCard: null, version }, { signal }),
      )
    const fields = forms.form(
      form,
      nameOnCard ?? null,
      (client, name, _form, signal) => client.coverages.update(id, { nameOnCard: name, version }, { signal }),
      {
        done: n('saved'),
        button: n('save'),
        more: nameOnCard
          ? html`<button class="btn quiet" type="button" @click=${clear}>${n('cardClear')}</button>`
          : nothing,
      },
    )
    return html`<div class="stack">
      <h4 id="${form}-title" dir="auto" aria-level=${this.host.headingLevel + 2}>${payer.name}</h4>
      ${
        nameOnCard
          ? fields
          : html`<p class="muted">${n('cardSame')}</p>
              <details ?open=${forms.isSent(form)}>
                <summary aria-label=${n('cardAddOf', { name: payer.name })}>${n('cardAdd')}</summary>
                ${fields}
              </details>`
      }
    </div>`
  }

  protected override view({ patient: { id, version, name, otherNames = [] }, coverages }: Names): TemplateResult {
    const [forms, { n }] = [this.#forms, this.#forms]
    return html`${forms.official(name, n('officialHint'), (client, changed, signal) =>
        client.patients.update(id, { name: changed, version }, { signal }),
      )}
      ${forms.others(otherNames, (client, changed, signal) =>
        client.patients.update(id, { otherNames: changed, version }, { signal }),
      )}
      <section class="stack part">
        ${forms.title('cards', n('cards'))}
        <p class="hint">${n('cardsHint')}</p>
        ${
          coverages.length === 0
            ? html`<p class="muted">${n('noCoverage')}</p>`
            : coverages.map((coverage) => this.#card(coverage))
        }
      </section>`
  }
}
