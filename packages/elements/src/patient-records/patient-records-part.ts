import { html, nothing, type TemplateResult } from 'lit'
import type { Me, Patient, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import type { ReachTranslate } from '../core/how-to-reach.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { PatientSearch } from '../core/patient-search.ts'
import { problemView } from '../core/problem-view.ts'
import { reachMessages } from '../core/reach.messages.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { wholeName } from '../core/whole-name.ts'
import { BackgroundForm } from './background-form.ts'
import { linkForm, noLinkChoice } from './link-form.ts'
import { patientRecordsMessages } from './patient-records.messages.ts'
import { PatientSignIn } from './patient-sign-in.ts'
import { recordFacts, type PatientRecordsTranslate } from './record-comparison.ts'

/** A record, and the one that is used instead of it. */
interface Opened {
  readonly patient: Patient
  readonly current: Patient | null
}

/**
 * Records of patients for the front desk: two of one person are linked, what a patient says about themselves is written down, and a
 * patient is invited to sign in, or signed out.
 */
export class PatientRecordsPart {
  readonly #host: VisitElement
  readonly #t: PatientRecordsTranslate
  readonly #reach: ReachTranslate
  readonly #client: VisitClient
  readonly #mayRecord: boolean
  readonly #mayInvite: boolean
  readonly #opened: Loader<Opened>
  readonly #other: Loader<Patient>
  readonly #acting: Loader<Patient>
  readonly #search: PatientSearch
  readonly #searchOther: PatientSearch
  readonly #background: BackgroundForm
  readonly #signIn: PatientSignIn
  #choice = noLinkChoice

  constructor(host: VisitElement, client: VisitClient, me: Pick<Me, 'permissions'>) {
    this.#host = host
    this.#t = host.language.bundle(patientRecordsMessages)
    this.#reach = host.language.bundle(reachMessages)
    this.#client = client
    this.#mayRecord = me.permissions.includes('patient-background:write')
    this.#mayInvite = me.permissions.includes('patient-login:invite')
    this.#opened = new Loader(host)
    this.#other = new Loader(host)
    this.#acting = new Loader(host)
    this.#background = new BackgroundForm(host, this.#t, client)
    this.#signIn = new PatientSignIn(host, this.#t, client, me)
    host.language.refresh()
    const find: ConstructorParameters<typeof PatientSearch>[1]['find'] = (by, signal) =>
      client.patients.search(by, { limit: 20 }, { signal }).page()
    this.#search = new PatientSearch(host, { find, picked: ({ id }) => void this.#open(id) })
    this.#searchOther = new PatientSearch(host, {
      find,
      picked: ({ id }) => void this.#other.run((signal) => client.patients.get(id, { signal })),
      isRefused: ({ id }) => id === this.#opened.value?.patient.id,
    })
  }

  clear(): void {
    this.#opened.reset()
    this.#leave()
    this.#search.clear()
  }

  #leave(): void {
    this.#other.reset()
    this.#acting.reset()
    this.#searchOther.clear()
    this.#background.reset()
    this.#signIn.reset()
    this.#choice = noLinkChoice
  }

  #close(): void {
    this.clear()
    this.#host.requestUpdate()
    void moveFocus(this.#host, '#find-record')
  }

  async #open(id: string): Promise<void> {
    this.#leave()
    const read = await this.#opened.run((signal) => this.#read(id, signal))
    if (read) await moveFocus(this.#host, '#record')
  }

  async #read(id: string, signal: AbortSignal): Promise<Opened> {
    const patient = await this.#client.patients.get(id, { signal })
    const { replacedBy } = patient
    return {
      patient,
      current: replacedBy === undefined ? null : await this.#client.patients.get(replacedBy, { signal }),
    }
  }

  /** Marks one of the two, or with null takes that back. */
  async #link(replaced: Patient, kept: Patient | null, words: 'replaced' | 'takenBack'): Promise<void> {
    const { reason } = this.#choice
    if (this.#acting.busy) return
    const body = { replacedBy: kept?.id ?? null, ...(kept && reason && { reason }), version: replaced.version }
    const done = await this.#acting.run((signal) => this.#client.patients.link(replaced.id, body, { signal }))
    if (this.#acting.problem?.code === 'version_conflict') return this.#compareAgain()
    if (!done) return
    this.#host.announce(this.#t(words))
    await this.#open(done.id)
  }

  /** What was chosen stays. */
  async #compareAgain(): Promise<void> {
    const [first, second] = [this.#opened.value?.patient, this.#other.value]
    if (first) await this.#opened.run((signal) => this.#read(first.id, signal), { quietly: true })
    if (second) await this.#other.run((signal) => this.#client.patients.get(second.id, { signal }), { quietly: true })
  }

  async #submit(first: Patient, second: Patient): Promise<void> {
    const { kept, reason } = this.#choice
    this.#choice = { ...this.#choice, isTried: true }
    this.#host.requestUpdate()
    if (kept === null) return moveFocus(this.#host, '[name=kept-record]')
    if (reason === null) return moveFocus(this.#host, '#link-reason')
    await (kept === 'first' ? this.#link(second, first, 'replaced') : this.#link(first, second, 'replaced'))
  }

  #replaced(patient: Patient, current: Patient): TemplateResult {
    const t = this.#t
    const { replacementReason: reason } = patient
    return html`<div class="banner warn">
        <div class="tight">
          <p><b>${t('isReplaced')}</b></p>
          <p>
            ${t.rich('usedInstead', {
              name: html`<b dir="auto">${wholeName(current.name)}</b>`,
              date: this.#host.format.at('UTC').date(current.birthDate),
            })}
          </p>
          ${reason ? html`<p>${t('becauseOf', { reason: t(`reason_${reason}`) })}</p>` : nothing}
        </div>
      </div>
      <div>
        <button
          class="btn small"
          type="button"
          aria-disabled=${this.#acting.busy ? 'true' : nothing}
          @click=${() => void this.#link(patient, null, 'takenBack')}
        >
          ${t('takeBack')}
        </button>
      </div>`
  }

  #linking(patient: Patient): TemplateResult {
    const t = this.#t
    const { value: second, problem } = this.#other
    return html`<details>
      <summary>${t('link')}</summary>
      <div class="stack">
        <p class="small muted">${t('linkHint')}</p>
        ${this.#searchOther.render({ id: 'find-other-record', label: t('findOther'), option: (one) => this.#option(one) })}
        ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
        ${
          second
            ? linkForm({
                t,
                reach: this.#reach,
                format: this.#host.format,
                first: patient,
                second,
                choice: this.#choice,
                busy: this.#acting.busy,
                onChange: (change) => {
                  this.#choice = { ...this.#choice, ...change }
                  this.#host.requestUpdate()
                },
                onSubmit: () => void this.#submit(patient, second),
              })
            : nothing
        }
      </div>
    </details>`
  }

  #option({ displayName, age }: { readonly displayName: string; readonly age: number }): TemplateResult {
    return html`<b dir="auto">${displayName}</b>
      <span class="small muted">${this.#t('patientAge', { count: age })}</span>`
  }

  #record({ patient, current }: Opened): TemplateResult {
    const t = this.#t
    const { problem } = this.#acting
    return html`<div class="stack">
      <div class="row between wrap">
        <h4 id="record" tabindex="-1" dir="auto" aria-level=${this.#host.headingLevel + 2}>
          ${wholeName(patient.name)}
        </h4>
        <button class="btn small" type="button" @click=${() => this.#close()}>${t('close')}</button>
      </div>
      ${recordFacts({ t, reach: this.#reach }, this.#host.format, patient)}
      ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      ${current ? this.#replaced(patient, current) : this.#linking(patient)}
      ${
        this.#mayRecord
          ? html`<details
              @toggle=${(event: Event) => {
                if ((event.target as HTMLDetailsElement).open) this.#background.open(patient.id)
              }}
            >
              <summary id="record-background">${t('background')}</summary>
              ${this.#background.render()}
            </details>`
          : nothing
      }
      ${
        this.#mayInvite
          ? html`<details
              @toggle=${(event: Event) => {
                if ((event.target as HTMLDetailsElement).open) this.#signIn.open(patient)
              }}
            >
              <summary id="record-sign-in">${t('signIn')}</summary>
              ${this.#signIn.render(patient)}
            </details>`
          : nothing
      }
    </div>`
  }

  view(): TemplateResult {
    const t = this.#t
    const { now } = this.#opened
    return html`<section class="card pad stack" aria-labelledby="section-records">
      <h3 id="section-records" tabindex="-1">${t('heading')}</h3>
      ${this.#search.render({ id: 'find-record', label: t('find'), option: (one) => this.#option(one) })}
      ${now.state === 'failed' ? problemView(this.#host, now.problem, { texts: t }) : nothing}
      ${now.state === 'loading' ? loadingRows(t('reading'), 'stack') : nothing}
      ${now.state === 'ready' ? this.#record(now.value) : nothing}
    </section>`
  }
}
