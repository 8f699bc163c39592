import { html, nothing, type TemplateResult } from 'lit'
import type { RecordRequest, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { dayText } from './case-facts.ts'
import type { DeskPart } from './desk-part.ts'
import { PatientDesk } from './patient-desk.ts'
import { ProceedingForm, type FilledRequest, type ProceedingsTranslate } from './proceeding-form.ts'
import { proceedingsMessages } from './proceedings.messages.ts'

const pageSize = 50

/** Requests for the record of one patient in legal proceedings, and what 42 CFR part 2 says to each. */
export class ProceedingsPart implements DeskPart {
  readonly #host: VisitElement
  readonly #t: ProceedingsTranslate
  readonly #acting: Loader<RecordRequest>
  readonly #desk: PatientDesk<RecordRequest>
  readonly #form: ProceedingForm
  #isWriting = false

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(proceedingsMessages)
    this.#acting = new Loader(host)
    this.#form = new ProceedingForm(host, this.#t)
    this.#desk = new PatientDesk(host, {
      name: 'proceeding',
      texts: this.#t,
      list: ({ recordRequests }, patientId, signal) => recordRequests.list({ patientId, limit: pageSize }, { signal }),
      left: () => this.#leave(),
    })
  }

  open(client: VisitClient): void {
    this.#desk.start(client)
  }

  reset(): void {
    this.#desk.reset()
    this.#leave()
  }

  #leave(): void {
    this.#isWriting = false
    this.#acting.reset()
  }

  #write(isWriting: boolean): void {
    this.#leave()
    this.#isWriting = isWriting
    this.#form.begin()
    this.#host.requestUpdate()
    if (isWriting) void moveFocus(this.#host, '#proceeding-receivedOn')
    else this.#desk.focus()
  }

  /** The decision is the first thing that is read afterwards. */
  async #decide(filled: FilledRequest): Promise<void> {
    const { open } = this.#desk
    if (!open || this.#acting.busy) return
    const { client, patientId } = open
    const decided = await this.#acting.run(() => client.recordRequests.decide({ patientId, ...filled }))
    if (!decided) return
    this.#write(false)
    this.#desk.read()
    this.#host.announce(`${this.#t(`decision_${decided.decision}`)}. ${this.#t(`ground_${decided.ground}`)}`)
  }

  #item(one: RecordRequest): TemplateResult {
    const t = this.#t
    const { format } = this.#host
    const isRefused = one.decision === 'refused'
    return html`<li class="tight">
      <p class="row wrap">
        <b dir="auto">${one.requester.name}</b>
        <span class="chip ${isRefused ? 'bad' : 'ok'}">${t(`decision_${one.decision}`)}</span>
      </p>
      <p>${t(`ground_${one.ground}`)}</p>
      <p class="small">
        ${t(`proceeding_${one.proceeding}`)}. ${t(`basis_${one.basis}`)}.
        ${t('came', { date: dayText(format, one.receivedOn) })}.
      </p>
      <p class="text" dir="auto">${one.what}</p>
      ${one.requester.address ? html`<p class="small text" dir="auto">${one.requester.address}</p>` : nothing}
      ${isRefused ? nothing : html`<p class="small">${t('record')}</p>`}
      <p class="small muted">
        ${t('decidedBy', { name: one.decidedBy ?? t('formerColleague'), date: format.date(one.decidedAt) })}
      </p>
    </li>`
  }

  #actions(): TemplateResult {
    const t = this.#t
    const { problem } = this.#acting
    return html`${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
    ${
      this.#isWriting
        ? this.#form.render({
            busy: this.#acting.busy,
            leave: () => this.#write(false),
            send: (filled) => void this.#decide(filled),
          })
        : html`<div class="row wrap">
            <button class="btn small primary" type="button" @click=${() => this.#write(true)}>${t('add')}</button>
            <button class="btn small" type="button" @click=${() => this.#desk.choose(null)}>${t('another')}</button>
          </div>`
    }`
  }

  render(level: number, _retry: () => void): TemplateResult {
    return this.#desk.render(level, { actions: () => this.#actions(), row: (one) => this.#item(one) })
  }
}
