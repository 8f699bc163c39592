import { html, nothing, type TemplateResult } from 'lit'
import type { Coverage, Patient, VisitClient } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import { moveFocus } from '../core/focus.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { wholeName } from '../core/whole-name.ts'
import { namesMessages } from './names.messages.ts'
import type { namesEn } from './names.en.ts'
import { SettingsPart, typedText, type SettingsTranslate } from './settings-part.ts'

type PersonName = Patient['name']
type OtherName = NonNullable<Patient['otherNames']>[number]
type NamesTranslate = Translate<typeof namesEn>

interface Names {
  readonly patient: Patient
  readonly coverages: readonly Coverage[]
}

const uses: readonly OtherName['use'][] = ['usual', 'nickname', 'maiden', 'old']
const mostOthers = 10

/** The name that is typed in a form; null without a first and a last name. */
const nameIn = (form: FormData): PersonName | null => {
  const [given, family, suffix] = [typedText(form, 'given'), typedText(form, 'family'), typedText(form, 'suffix')]
  const middle = typedText(form, 'middle')
    .split(/\s+/)
    .filter((name) => name !== '')
  if (given === '' && family === '') return null
  return { given, family, ...(middle.length > 0 && { middle }), ...(suffix !== '' && { suffix }) }
}

/** The official name, other names, and the name on each insurance card. */
export class NamesPart extends SettingsPart<Names> {
  readonly #n: NamesTranslate
  /** The form that was sent last, and whether it had no name. */
  #sent = { form: '', isMissing: false }

  constructor(host: VisitElement, t: SettingsTranslate) {
    super(host, t)
    this.#n = host.language.bundle(namesMessages)
  }

  override reset(): void {
    super.reset()
    this.#sent = { form: '', isMissing: false }
  }

  protected override async read(client: VisitClient, patientId: string, signal: AbortSignal): Promise<Names> {
    const [patient, { items }] = await Promise.all([
      client.patients.get(patientId, { signal }),
      client.coverages.ofPatient(patientId, { signal }),
    ])
    return { patient, coverages: items }
  }

  async #change(form: string, done: string, work: Parameters<typeof this.act>[0]): Promise<boolean> {
    this.#sent = { form, isMissing: false }
    const isDone = await this.act(work, done)
    // The next save is based on what is kept now. What was typed stays in the fields.
    if (!isDone && this.change.problem?.code === 'version_conflict') this.host.startAgain()
    return isDone
  }

  /** Sends the name that is typed in a form, or says that there is none. */
  async #submit(event: Event, form: string, done: string, save: Save): Promise<void> {
    event.preventDefault()
    const element = event.target as HTMLFormElement
    const name = nameIn(new FormData(element))
    if (name === null) {
      this.#sent = { form, isMissing: true }
      this.host.requestUpdate()
      return moveFocus(this.host, `#${form}-given`)
    }
    const isDone = await this.#change(form, done, (client, _patientId, signal) =>
      save(client, name, new FormData(element), signal),
    )
    if (isDone && form === 'other') element.reset()
  }

  #field(form: string, part: 'given' | 'middle' | 'family' | 'suffix', value: string, most: number): TemplateResult {
    const isMissing = this.#sent.isMissing && this.#sent.form === form && part === 'given'
    return html`<div class="field">
      <label for="${form}-${part}">${this.#n(part)}</label>
      <input
        id="${form}-${part}"
        name=${part}
        dir="auto"
        maxlength=${most}
        autocomplete="off"
        value=${value}
        aria-invalid=${isMissing ? 'true' : nothing}
        aria-describedby=${isMissing ? `${form}-missing` : nothing}
      />
      ${isMissing ? html`<p class="error" id="${form}-missing" role="alert">${this.#n('nameMissing')}</p>` : nothing}
    </div>`
  }

  #form(form: string, name: PersonName | null, save: Save, rest: FormRest): TemplateResult {
    const { given = '', middle = [], family = '', suffix = '' } = name ?? {}
    return html`<form
      class="stack"
      novalidate
      aria-labelledby="${form}-title"
      @submit=${(event: Event) => void this.#submit(event, form, rest.done, save)}
    >
      ${rest.first}
      <div class="pair">
        ${this.#field(form, 'given', given, 120)}${this.#field(form, 'middle', middle.join(' '), 120)}
      </div>
      <div class="pair">${this.#field(form, 'family', family, 120)}${this.#field(form, 'suffix', suffix, 10)}</div>
      ${this.#sent.form === form ? this.problem : nothing}
      <div class="row wrap">
        <button class="btn" type="submit" aria-disabled=${this.change.busy ? 'true' : nothing}>${rest.button}</button>
        ${rest.more}
      </div>
    </form>`
  }

  #title(id: string, text: string): TemplateResult {
    return html`<h3 id="${id}-title" tabindex="-1" aria-level=${this.host.headingLevel + 1}>${text}</h3>`
  }

  #official({ name, id, version }: Patient): TemplateResult {
    const n = this.#n
    return html`<section class="stack">
      ${this.#title('official', n('official'))}
      <p class="hint">${n('officialHint')}</p>
      ${this.#form(
        'official',
        name,
        (client, changed, _form, signal) => client.patients.update(id, { name: changed, version }, { signal }),
        { done: n('saved'), button: n('save'), first: nothing, more: nothing },
      )}
    </section>`
  }

  #others({ id, version, otherNames = [] }: Patient): TemplateResult {
    const n = this.#n
    const remove = async (removed: OtherName): Promise<void> => {
      const rest = otherNames.filter((each) => each !== removed)
      const isDone = await this.#change('removal', n('removed', { name: wholeName(removed) }), (client, _, signal) =>
        client.patients.update(id, { otherNames: rest, version }, { signal }),
      )
      if (isDone) await moveFocus(this.host, '#others-title')
    }
    return html`<section class="stack part">
      ${this.#title('others', n('others'))}
      <p class="hint">${n('othersHint')}</p>
      ${
        otherNames.length === 0
          ? html`<p class="muted">${n('noOthers')}</p>`
          : html`<ul class="lined">
              ${otherNames.map(
                (each) =>
                  html`<li class="row between wrap">
                    <span class="tight"
                      ><b dir="auto">${wholeName(each)}</b
                      ><span class="small muted">${n(`use_${each.use}`)}</span></span
                    >
                    <button
                      class="btn small"
                      type="button"
                      aria-label=${n('removeOf', { name: wholeName(each) })}
                      aria-disabled=${this.change.busy ? 'true' : nothing}
                      @click=${() => void remove(each)}
                    >
                      ${n('remove')}
                    </button>
                  </li>`,
              )}
            </ul>`
      }
      ${this.#sent.form === 'removal' ? this.problem : nothing}
      ${otherNames.length < mostOthers ? this.#addition(id, version, otherNames) : nothing}
    </section>`
  }

  #addition(id: string, version: number, otherNames: readonly OtherName[]): TemplateResult {
    const n = this.#n
    const kind = html`<div class="field">
      <label for="other-use">${n('kind')}</label>
      <select id="other-use" name="use">
        ${uses.map((use) => html`<option value=${use}>${n(`use_${use}`)}</option>`)}
      </select>
    </div>`
    return html`${this.#title('other', n('addName'))}
    ${this.#form(
      'other',
      null,
      (client, name, form, signal) => {
        const use = uses.find((each) => each === form.get('use')) ?? 'usual'
        return client.patients.update(id, { otherNames: [...otherNames, { use, ...name }], version }, { signal })
      },
      { done: n('added'), button: n('add'), first: kind, more: nothing },
    )}`
  }

  #card({ id, version, payer, nameOnCard }: Coverage): TemplateResult {
    const n = this.#n
    const form = `card-${id}`
    const clear = (): void =>
      void this.#change(form, n('saved'), (client, _, signal) =>
        client.coverages.update(id, { nameOnCard: null, version }, { signal }),
      )
    return html`<div class="stack">
      <h4 id="${form}-title" dir="auto" aria-level=${this.host.headingLevel + 2}>${payer.name}</h4>
      ${nameOnCard ? nothing : html`<p class="muted">${n('cardSame')}</p>`}
      ${this.#form(
        form,
        nameOnCard ?? null,
        (client, name, _form, signal) => client.coverages.update(id, { nameOnCard: name, version }, { signal }),
        {
          done: n('saved'),
          button: n('save'),
          first: nothing,
          more: nameOnCard
            ? html`<button class="btn quiet" type="button" @click=${clear}>${n('cardClear')}</button>`
            : nothing,
        },
      )}
    </div>`
  }

  protected override view({ patient, coverages }: Names): TemplateResult {
    const n = this.#n
    return html`${this.#official(patient)}${this.#others(patient)}
      <section class="stack part">
        ${this.#title('cards', n('cards'))}
        <p class="hint">${n('cardsHint')}</p>
        ${
          coverages.length === 0
            ? html`<p class="muted">${n('noCoverage')}</p>`
            : coverages.map((coverage) => this.#card(coverage))
        }
      </section>`
  }
}

type Save = (client: VisitClient, name: PersonName, form: FormData, signal: AbortSignal) => Promise<unknown>

interface FormRest {
  readonly done: string
  readonly button: string
  readonly first: unknown
  readonly more: unknown
}
