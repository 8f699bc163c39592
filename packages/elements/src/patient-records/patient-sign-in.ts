import { html, nothing, type TemplateResult } from 'lit'
import type { CreatedInvitation, Me, Patient, PatientLogin, Proxy, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { wholeName } from '../core/whole-name.ts'
import type { PatientRecordsTranslate } from './record-comparison.ts'

interface SignIns {
  readonly status: PatientLogin['status']
  /** Those who can sign in to act for the patient. */
  readonly people: readonly Proxy[]
}

/** What is asked before it is done: of the patient, or of a person who acts for them. */
interface Question {
  readonly of: 'patient' | Proxy
  readonly act: 'sign-out' | 'unlink'
}

/** Whether a patient can sign in: an invitation code, the end of every session, and a sign-in that belongs to another person. */
export class PatientSignIn {
  readonly #host: VisitElement
  readonly #t: PatientRecordsTranslate
  readonly #client: VisitClient
  readonly #mayEnd: boolean
  readonly #kept: Loader<SignIns>
  /** The code is shown once: neither the page nor the server has it afterward. */
  readonly #inviting: Loader<CreatedInvitation>
  readonly #acting: Loader<unknown>
  #question: Question | null = null

  constructor(
    host: VisitElement,
    t: PatientRecordsTranslate,
    client: VisitClient,
    { permissions }: Pick<Me, 'permissions'>,
  ) {
    this.#host = host
    this.#t = t
    this.#client = client
    this.#mayEnd = permissions.includes('patient-login:release')
    this.#kept = new Loader(host)
    this.#inviting = new Loader(host)
    this.#acting = new Loader(host)
  }

  reset(): void {
    this.#kept.reset()
    this.#inviting.reset()
    this.#acting.reset()
    this.#question = null
  }

  open({ id }: Patient): void {
    if (this.#kept.now.state !== 'idle') return
    void this.#read(id)
  }

  async #read(patientId: string): Promise<void> {
    await this.#kept.run(
      async (signal) => {
        const [{ status }, { items }] = await Promise.all([
          this.#client.patients.login(patientId, { signal }),
          this.#client.proxies.list(patientId, {}, { signal }),
        ])
        return { status, people: items.filter((proxy) => proxy.status === 'active') }
      },
      { quietly: true },
    )
  }

  async #invite({ id }: Patient): Promise<void> {
    if (this.#inviting.busy) return
    const created = await this.#inviting.run((signal) => this.#client.patients.invite(id, { signal }))
    // Someone has linked a sign-in since.
    if (this.#inviting.problem?.code === 'login_exists') return this.#read(id)
    if (created) await moveFocus(this.#host, '#invitation-code')
  }

  #ask(question: Question | null): void {
    this.#inviting.reset()
    this.#acting.reset()
    this.#question = question
    this.#host.requestUpdate()
    void moveFocus(this.#host, question ? '#sign-in-question' : '#record-sign-in')
  }

  async #do({ of, act }: Question, patient: Patient): Promise<void> {
    if (this.#acting.busy) return
    const { patients, proxies } = this.#client
    const done = await this.#acting.run((signal) => {
      if (of !== 'patient') return proxies.signOut(patient.id, of.id, { signal })
      return act === 'sign-out'
        ? patients.signOut(patient.id, { signal })
        : patients.releaseLogin(patient.id, { signal })
    })
    if (!done) return
    this.#host.announce(this.#t(act === 'sign-out' ? 'signedOut' : 'unlinked', { name: nameOf(of, patient) }))
    this.#question = null
    await this.#read(patient.id)
    await moveFocus(this.#host, '#record-sign-in')
  }

  #asked(question: Question, patient: Patient): TemplateResult {
    const t = this.#t
    const { problem, busy } = this.#acting
    const name = nameOf(question.of, patient)
    const isSignOut = question.act === 'sign-out'
    return html`<div class="banner warn">
      <div class="stack">
        <p id="sign-in-question" tabindex="-1">
          <b>${t(isSignOut ? 'signOutName' : 'unlinkName', { name })}</b
          ><br />${t(isSignOut ? 'signOutText' : 'unlinkText')}
        </p>
        ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
        <div class="row wrap">
          <button
            class="btn primary small"
            type="button"
            aria-disabled=${busy ? 'true' : nothing}
            @click=${() => void this.#do(question, patient)}
          >
            ${t(isSignOut ? 'signOut' : 'unlink')}
          </button>
          <button class="btn small" type="button" @click=${() => this.#ask(null)}>${t('cancel')}</button>
        </div>
      </div>
    </div>`
  }

  #code({ secret, expiresAt }: CreatedInvitation): TemplateResult {
    const t = this.#t
    return html`<div class="banner">
      <div class="tight">
        <p id="invitation-code" tabindex="-1"><b>${t('code')}</b></p>
        <p class="num" dir="ltr"><b>${secret}</b></p>
        <p class="small">${t('codeText', { date: this.#host.format.date(expiresAt) })}</p>
      </div>
    </div>`
  }

  #signOutButton(of: Question['of'], patient: Patient): TemplateResult | typeof nothing {
    if (!this.#mayEnd) return nothing
    const t = this.#t
    return html`<button
      class="btn small"
      type="button"
      aria-label=${t('signOutName', { name: nameOf(of, patient) })}
      @click=${() => this.#ask({ of, act: 'sign-out' })}
    >
      ${t('signOut')}
    </button>`
  }

  #linked(patient: Patient): TemplateResult {
    const t = this.#t
    return html`<p>${t('loginLinked')}</p>
      <div class="row wrap">
        ${this.#signOutButton('patient', patient)}
        ${
          this.#mayEnd
            ? html`<button class="btn small" type="button" @click=${() => this.#ask({ of: 'patient', act: 'unlink' })}>
                ${t('unlink')}
              </button>`
            : nothing
        }
      </div>`
  }

  #unlinked(patient: Patient): TemplateResult {
    const t = this.#t
    const { value: invitation, busy } = this.#inviting
    return html`<p>${t('loginNone')}</p>
      ${invitation ? this.#code(invitation) : nothing}
      <div>
        <button
          class="btn small"
          type="button"
          aria-disabled=${busy ? 'true' : nothing}
          @click=${() => void this.#invite(patient)}
        >
          ${t(invitation ? 'inviteAgain' : 'invite')}
        </button>
      </div>`
  }

  #people(people: readonly Proxy[], patient: Patient): TemplateResult | typeof nothing {
    if (people.length === 0) return nothing
    return html`<p><b>${this.#t('people')}</b></p>
      <ul class="lined">
        ${people.map(
          (person) =>
            html`<li class="row between wrap">
              <span dir="auto">${person.displayName}</span>${this.#signOutButton(person, patient)}
            </li>`,
        )}
      </ul>`
  }

  render(patient: Patient): unknown {
    const { now } = this.#kept
    const t = this.#t
    if (now.state === 'failed') return problemView(this.#host, now.problem, { texts: t })
    if (now.state !== 'ready') return html`<p class="small muted" role="status" aria-busy="true">${t('reading')}</p>`
    const { problem } = this.#inviting
    const { status, people } = now.value
    return html`<div class="stack">
      ${
        this.#question
          ? this.#asked(this.#question, patient)
          : html`${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
            ${status === 'linked' ? this.#linked(patient) : this.#unlinked(patient)} ${this.#people(people, patient)}`
      }
    </div>`
  }
}

const nameOf = (of: Question['of'], { name }: Patient): string => (of === 'patient' ? wholeName(name) : of.displayName)
