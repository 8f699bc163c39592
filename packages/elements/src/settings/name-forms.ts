import { html, nothing, type TemplateResult } from 'lit'
import type { Patient, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { wholeName } from '../core/whole-name.ts'
import { namesMessages } from './names.messages.ts'
import type { namesEn } from './names.en.ts'
import { typedText } from './settings-part.ts'

export type PersonName = Patient['name']
export type OtherName = NonNullable<Patient['otherNames']>[number]
type Save = (client: VisitClient, name: PersonName, form: FormData, signal: AbortSignal) => Promise<unknown>

interface FormRest {
  readonly done: string
  readonly button: string
  readonly first?: unknown
  readonly more?: unknown
}

/** How the page sends a change. */
export interface NameSender {
  /** Sends it, says so, and reads what is kept now. False when it failed. */
  readonly send: (
    work: (client: VisitClient, signal: AbortSignal) => Promise<unknown>,
    done: string,
  ) => Promise<boolean>
  readonly isBusy: () => boolean
  /** Why the last change failed. */
  readonly problem: () => unknown
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

/** The official name of a person and their other names: of a patient, and of a practitioner. */
export class NameForms {
  readonly n: Translate<typeof namesEn>
  readonly #host: VisitElement
  readonly #sender: NameSender
  /** The form that was sent last, and whether it had no name. */
  #sent = { form: '', isMissing: false }

  constructor(host: VisitElement, sender: NameSender) {
    this.n = host.language.bundle(namesMessages)
    this.#host = host
    this.#sender = sender
  }

  reset(): void {
    this.#sent = { form: '', isMissing: false }
  }

  isSent(form: string): boolean {
    return this.#sent.form === form
  }

  change(form: string, done: string, work: Parameters<NameSender['send']>[0]): Promise<boolean> {
    this.#sent = { form, isMissing: false }
    return this.#sender.send(work, done)
  }

  /** Sends the name that is typed in a form, or says that there is none. */
  async #submit(event: Event, form: string, done: string, save: Save): Promise<void> {
    event.preventDefault()
    const element = event.target as HTMLFormElement
    const name = nameIn(new FormData(element))
    if (name === null) {
      this.#sent = { form, isMissing: true }
      this.#host.requestUpdate()
      return moveFocus(this.#host, `#${form}-given`)
    }
    const isDone = await this.change(form, done, (client, signal) => save(client, name, new FormData(element), signal))
    if (isDone && form === 'other') element.reset()
  }

  #field(form: string, part: 'given' | 'middle' | 'family' | 'suffix', value: string, most: number): TemplateResult {
    const isMissing = this.#sent.isMissing && this.#sent.form === form && part === 'given'
    return html`<div class="field">
      <label for="${form}-${part}">${this.n(part)}</label>
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
      ${isMissing ? html`<p class="error" id="${form}-missing" role="alert">${this.n('nameMissing')}</p>` : nothing}
    </div>`
  }

  form(form: string, name: PersonName | null, save: Save, rest: FormRest): TemplateResult {
    const { given = '', middle = [], family = '', suffix = '' } = name ?? {}
    return html`<form
      class="stack"
      novalidate
      aria-labelledby="${form}-title"
      @submit=${(event: Event) => void this.#submit(event, form, rest.done, save)}
    >
      ${rest.first ?? nothing}
      <div class="pair">
        ${this.#field(form, 'given', given, 120)}${this.#field(form, 'middle', middle.join(' '), 120)}
      </div>
      <div class="pair">${this.#field(form, 'family', family, 120)}${this.#field(form, 'suffix', suffix, 10)}</div>
      ${this.isSent(form) ? this.#sender.problem() : nothing}
      <div class="row wrap">
        <button class="btn" type="submit" aria-disabled=${this.#sender.isBusy() ? 'true' : nothing}>
          ${rest.button}
        </button>
        ${rest.more ?? nothing}
      </div>
    </form>`
  }

  title(id: string, text: string): TemplateResult {
    return html`<h3 id="${id}-title" tabindex="-1" aria-level=${this.#host.headingLevel + 1}>${text}</h3>`
  }

  official(
    name: PersonName | null,
    hint: string,
    save: (client: VisitClient, name: PersonName, signal: AbortSignal) => Promise<unknown>,
  ): TemplateResult {
    const n = this.n
    return html`<section class="stack">
      ${this.title('official', n('official'))}
      <p class="hint">${hint}</p>
      ${this.form('official', name, (client, changed, _form, signal) => save(client, changed, signal), {
        done: n('saved'),
        button: n('save'),
      })}
    </section>`
  }

  others(
    otherNames: readonly OtherName[],
    save: (client: VisitClient, otherNames: OtherName[], signal: AbortSignal) => Promise<unknown>,
  ): TemplateResult {
    const n = this.n
    const remove = async (removed: OtherName): Promise<void> => {
      const rest = otherNames.filter((each) => each !== removed)
      const isDone = await this.change('removal', n('removed', { name: wholeName(removed) }), (client, signal) =>
        save(client, rest, signal),
      )
      if (isDone) await moveFocus(this.#host, '#others-title')
    }
    return html`<section class="stack part">
      ${this.title('others', n('others'))}
      <p class="hint">${n('othersHint')}</p>
      ${
        otherNames.length === 0
          ? html`<p class="muted">${n('noOthers')}</p>`
          : html`<ul class="lined">
              ${otherNames.map((each) => this.#other(each, () => void remove(each)))}
            </ul>`
      }
      ${this.isSent('removal') ? this.#sender.problem() : nothing}
      ${otherNames.length < mostOthers ? this.#addition(otherNames, save) : nothing}
    </section>`
  }

  #other(name: OtherName, onRemove: () => void): TemplateResult {
    const n = this.n
    return html`<li class="row between wrap">
      <span class="tight"
        ><b dir="auto">${wholeName(name)}</b><span class="small muted">${n(`use_${name.use}`)}</span></span
      >
      <button
        class="btn small"
        type="button"
        aria-label=${n('removeOf', { name: wholeName(name) })}
        aria-disabled=${this.#sender.isBusy() ? 'true' : nothing}
        @click=${onRemove}
      >
        ${n('remove')}
      </button>
    </li>`
  }

  #addition(otherNames: readonly OtherName[], save: Parameters<NameForms['others']>[1]): TemplateResult {
    const n = this.n
    const kind = html`<div class="field">
      <label for="other-use">${n('kind')}</label>
      <select id="other-use" name="use">
        ${uses.map((use) => html`<option value=${use}>${n(`use_${use}`)}</option>`)}
      </select>
    </div>`
    return html`${this.title('other', n('addName'))}
    ${this.form(
      'other',
      null,
      (client, name, form, signal) => {
        const use = uses.find((each) => each === form.get('use')) ?? 'usual'
        return save(client, [...otherNames, { use, ...name }], signal)
      },
      { done: n('added'), button: n('add'), first: kind },
    )}`
  }
}
