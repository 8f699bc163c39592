import { html, nothing, type TemplateResult } from 'lit'
import type { Member, MonitorFact, PatientSummary, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { PatientSearch } from '../core/patient-search.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { monitorEn } from './monitor.en.ts'

export type MonitorTranslate = Translate<typeof monitorEn>

const kinds = [
  'confidential',
  'own-record',
  'household',
  'former-household',
] as const satisfies readonly MonitorFact['kind'][]

export interface NewFact {
  readonly patientId: string
  readonly kind: MonitorFact['kind']
  readonly memberId?: string
}

interface FactActions {
  readonly leave: () => void
  readonly send: (fact: NewFact) => void
}

/** Which patient, and what is known: confidential, or whose record or home it is. */
export class FactForm {
  readonly #host: VisitElement
  readonly #t: MonitorTranslate
  readonly #members: Loader<readonly Member[]>
  readonly #search: PatientSearch
  #client: VisitClient | null = null
  #patient: PatientSummary | null = null
  #kind: MonitorFact['kind'] = 'confidential'
  #memberId = ''
  #isTried = false

  constructor(host: VisitElement, t: MonitorTranslate) {
    this.#host = host
    this.#t = t
    this.#members = new Loader(host)
    this.#search = new PatientSearch(host, {
      find: (by, signal) => this.#client?.patients.search(by, { limit: 20 }, { signal }).page(),
      picked: (patient) => {
        this.#patient = patient
        host.requestUpdate()
        void moveFocus(host, '#fact-kind')
      },
      isRefused: ({ replacedBy }) => replacedBy !== undefined,
    })
  }

  begin(client: VisitClient): void {
    this.#client = client
    this.#patient = null
    this.#kind = 'confidential'
    this.#memberId = ''
    this.#isTried = false
    this.#search.clear()
  }

  reset(): void {
    this.#members.reset()
    this.#search.clear()
    this.#client = this.#patient = null
  }

  #choose(kind: MonitorFact['kind']): void {
    this.#kind = kind
    this.#host.requestUpdate()
    const client = this.#client
    if (kind === 'confidential' || !client || this.#members.value || this.#members.busy) return
    void this.#members.run(async (signal) => {
      const members: Member[] = []
      for await (const member of client.members.list({ limit: 100 }, { signal }))
        if (member.status === 'active') members.push(member)
      return members.toSorted((one, other) => one.displayName.localeCompare(other.displayName))
    })
  }

  get #needsMember(): boolean {
    return this.#kind !== 'confidential'
  }

  #submit(event: Event, { send }: FactActions): void {
    event.preventDefault()
    this.#isTried = true
    this.#host.requestUpdate()
    if (!this.#patient) return void moveFocus(this.#host, '#fact-patient')
    if (this.#needsMember && this.#memberId === '') return void moveFocus(this.#host, '#fact-member')
    const member = this.#needsMember ? { memberId: this.#memberId } : {}
    send({ patientId: this.#patient.id, kind: this.#kind, ...member })
  }

  #member(): TemplateResult {
    const t = this.#t
    const { now } = this.#members
    const isMissing = this.#isTried && this.#memberId === ''
    return html`<div class="field">
      <label for="fact-member">${t('member')}</label>
      ${isMissing ? html`<p class="error" id="fact-member-fault" role="alert">${t('memberMissing')}</p>` : nothing}
      ${now.state === 'failed' ? problemView(this.#host, now.problem, { texts: t }) : nothing}
      <select
        id="fact-member"
        aria-invalid=${isMissing ? 'true' : nothing}
        aria-describedby=${isMissing ? 'fact-member-fault' : nothing}
        @change=${(event: Event) => {
          this.#memberId = (event.target as HTMLSelectElement).value
          this.#host.requestUpdate()
        }}
      >
        <option value="" ?selected=${this.#memberId === ''}></option>
        ${(this.#members.value ?? []).map(
          ({ id, displayName }) => html`<option value=${id} ?selected=${this.#memberId === id}>${displayName}</option>`,
        )}
      </select>
    </div>`
  }

  render(actions: FactActions): TemplateResult {
    const t = this.#t
    const isMissing = this.#isTried && !this.#patient
    return html`<form class="stack" novalidate @submit=${(event: Event) => this.#submit(event, actions)}>
      ${isMissing ? html`<p class="error" role="alert">${t('patientMissing')}</p>` : nothing}
      ${
        this.#patient
          ? html`<p><b dir="auto">${this.#patient.displayName}</b></p>`
          : this.#search.render({
              id: 'fact-patient',
              label: t('patient'),
              option: ({ displayName, age }) =>
                html`<b dir="auto">${displayName}</b>
                  <span class="small muted">${this.#host.core('patientAge', { count: age })}</span>`,
            })
      }
      <div class="field">
        <label for="fact-kind">${t('kind')}</label>
        <select
          id="fact-kind"
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement
            this.#choose(kinds.find((each) => each === value) ?? 'confidential')
          }}
        >
          ${kinds.map((each) => html`<option value=${each} ?selected=${this.#kind === each}>${t(`kind_${each}`)}</option>`)}
        </select>
      </div>
      ${this.#needsMember ? this.#member() : nothing}
      <div class="row wrap">
        <button class="btn primary small">${t('addNow')}</button>
        <button class="btn small" type="button" @click=${actions.leave}>${t('leave')}</button>
      </div>
    </form>`
  }
}
