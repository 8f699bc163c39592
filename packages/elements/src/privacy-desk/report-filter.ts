import { html, nothing, type TemplateResult } from 'lit'
import type { Member, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { PatientSearch } from '../core/patient-search.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { choicesOf, filteredFields, type FilteredField, type ReportTexts } from './report-fields.ts'

/** A chosen filter. `text`: what it says, where the recorded value is an id. */
export interface ChosenFilter {
  readonly field: FilteredField
  readonly value: string
  readonly text: string
}

/** One filter being chosen: the field, and its value in the way that fits it. */
export class ReportFilter {
  readonly #host: VisitElement
  readonly #texts: () => ReportTexts
  readonly #add: (filter: ChosenFilter) => void
  readonly #members: Loader<readonly Member[]>
  readonly #search: PatientSearch
  #client: VisitClient | null = null
  #permissions: readonly string[] = []
  #field: FilteredField | '' = ''
  #value = ''
  #isTried = false

  constructor(host: VisitElement, texts: () => ReportTexts, add: (filter: ChosenFilter) => void) {
    this.#host = host
    this.#texts = texts
    this.#add = add
    this.#members = new Loader(host)
    this.#search = new PatientSearch(host, {
      find: (by, signal) => this.#client?.patients.search(by, { limit: 20 }, { signal }).page(),
      picked: ({ id, displayName }) => this.#take({ field: 'patientId', value: id, text: displayName }),
    })
  }

  open(client: VisitClient, permissions: readonly string[]): void {
    this.#client = client
    this.#permissions = permissions
  }

  reset(): void {
    this.#members.reset()
    this.#search.clear()
    this.#client = null
    this.#field = this.#value = ''
    this.#isTried = false
  }

  #choose(field: FilteredField | ''): void {
    this.#field = field
    this.#value = ''
    this.#isTried = false
    this.#search.clear()
    this.#host.requestUpdate()
    const client = this.#client
    if (!client || !this.#isMember || this.#members.value || this.#members.busy) return
    void this.#members.run(async (signal) => {
      const members: Member[] = []
      for await (const member of client.members.list({ limit: 100 }, { signal })) members.push(member)
      return members.toSorted((one, other) => one.displayName.localeCompare(other.displayName))
    })
  }

  get #isMember(): boolean {
    return this.#field === 'actorId' && this.#permissions.includes('member:read')
  }

  #take(filter: ChosenFilter): void {
    this.#choose('')
    this.#add(filter)
    void moveFocus(this.#host, '#report-field')
  }

  #submit = (event: Event): void => {
    event.preventDefault()
    const field = this.#field
    if (field === '') return
    const value = this.#value.trim()
    this.#isTried = true
    this.#host.requestUpdate()
    if (value === '') return void moveFocus(this.#host, '#report-value')
    const choices = this.#choices(field) ?? []
    this.#take({ field, value, text: choices.find(([code]) => code === value)?.[1] ?? value })
  }

  #choices(field: FilteredField): readonly (readonly [string, string])[] | null {
    if (this.#isMember) return (this.#members.value ?? []).map(({ id, displayName }) => [id, displayName])
    return choicesOf(this.#texts(), field)
  }

  #control(field: FilteredField): TemplateResult {
    const { t } = this.#texts()
    if (field === 'patientId' && this.#permissions.includes('patient:search'))
      return this.#search.render({
        id: 'report-value',
        label: t('field_patientId'),
        option: ({ displayName, age }) =>
          html`<b dir="auto">${displayName}</b>
            <span class="small muted">${this.#host.core('patientAge', { count: age })}</span>`,
      })
    const choices = this.#choices(field)
    const isMissing = this.#isTried && this.#value === ''
    const { now } = this.#members
    const take = (event: Event): void => {
      this.#value = (event.target as HTMLInputElement | HTMLSelectElement).value
    }
    const described = [choices ? '' : 'report-value-hint', isMissing ? 'report-value-fault' : ''].join(' ').trim()
    return html`<div class="field">
        <label for="report-value">${t('value')}</label>
        ${choices ? nothing : html`<p class="hint" id="report-value-hint">${t('valueHint')}</p>`}
        ${isMissing ? html`<p class="error" id="report-value-fault" role="alert">${t('valueMissing')}</p>` : nothing}
        ${this.#isMember && now.state === 'failed' ? problemView(this.#host, now.problem, { texts: t }) : nothing}
        ${
          choices
            ? html`<select
                id="report-value"
                aria-invalid=${isMissing ? 'true' : nothing}
                aria-describedby=${described || nothing}
                @change=${take}
              >
                <option value=""></option>
                ${choices.map(([code, text]) => html`<option value=${code} ?selected=${code === this.#value}>${text}</option>`)}
              </select>`
            : html`<input
                id="report-value"
                dir="ltr"
                autocomplete="off"
                maxlength="256"
                aria-invalid=${isMissing ? 'true' : nothing}
                aria-describedby=${described || nothing}
                .value=${this.#value}
                @change=${take}
              />`
        }
      </div>
      <div><button class="btn small">${t('add')}</button></div>`
  }

  render(): TemplateResult {
    const { t } = this.#texts()
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      <div class="field">
        <label for="report-field">${t('filter')}</label>
        <select
          id="report-field"
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement
            this.#choose(filteredFields.find((field) => field === value) ?? '')
          }}
        >
          <option value="" ?selected=${this.#field === ''}>${t('noField')}</option>
          ${filteredFields.map(
            (field) => html`<option value=${field} ?selected=${this.#field === field}>${t(`field_${field}`)}</option>`,
          )}
        </select>
      </div>
      ${this.#field === '' ? nothing : this.#control(this.#field)}
    </form>`
  }
}
