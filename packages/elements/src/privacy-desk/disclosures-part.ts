import { html, nothing, type TemplateResult } from 'lit'
import type { Disclosure, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { DeskPart } from './desk-part.ts'
import { disclosureFacts } from './disclosure-facts.ts'
import {
  DisclosureForm,
  maySuspend,
  type DisclosuresTranslate,
  type FilledForm,
  type FormKind,
} from './disclosure-form.ts'
import { PatientDesk } from './patient-desk.ts'
import { deskDisclosuresMessages } from './desk-disclosures.messages.ts'

const pageSize = 50

/** What left the clinic outside the server, of one patient: recorded, corrected, and held back. */
export class DisclosuresPart implements DeskPart {
  readonly #host: VisitElement
  readonly #t: DisclosuresTranslate
  readonly #acting: Loader<true>
  readonly #desk: PatientDesk<Disclosure>
  readonly #form: DisclosureForm
  #writing: { readonly kind: FormKind; readonly of: Disclosure | null } | null = null

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(deskDisclosuresMessages)
    this.#acting = new Loader(host)
    this.#form = new DisclosureForm(host, this.#t)
    this.#desk = new PatientDesk(host, {
      name: 'disclosure',
      texts: this.#t,
      list: ({ disclosures }, patientId, signal) => disclosures.list({ patientId, limit: pageSize }, { signal }),
      left: () => this.#reset(),
      isRefused: ({ replacedBy }) => replacedBy !== undefined,
    })
  }

  open(client: VisitClient): void {
    this.#desk.start(client)
  }

  reset(): void {
    this.#desk.reset()
    this.#reset()
  }

  #reset(): void {
    this.#writing = null
    this.#acting.reset()
  }

  #write(kind: FormKind, of: Disclosure | null): void {
    this.#writing = { kind, of }
    this.#acting.reset()
    this.#form.begin(kind, of)
    this.#host.requestUpdate()
    void moveFocus(this.#host, kind === 'suspend' ? '#disclosure-until' : '#disclosure-on')
  }

  #leave(): void {
    this.#reset()
    this.#host.requestUpdate()
    this.#desk.focus()
  }

  /** One change; what it says afterwards is announced. */
  async #act(said: string, work: (client: VisitClient, patientId: string) => Promise<unknown>): Promise<boolean> {
    const { open } = this.#desk
    if (!open || this.#acting.busy) return false
    const done = await this.#acting.run(async () => {
      await work(open.client, open.patientId)
      return true as const
    })
    this.#desk.read()
    if (done) this.#host.announce(said)
    return done === true
  }

  async #send({ facts, suspension, reason, isInError }: FilledForm): Promise<void> {
    const t = this.#t
    const { kind = 'record', of = null } = this.#writing ?? {}
    // After a conflict the list was read again: the person has seen what a colleague changed.
    const version = this.#desk.items.find(({ id }) => id === of?.id)?.version ?? of?.version ?? 1
    const said = ({ record: 'recorded', correct: 'corrected', suspend: 'suspended' } as const)[kind]
    const isDone = await this.#act(t(said), async ({ disclosures }, patientId) => {
      if (of && kind === 'suspend' && suspension) await disclosures.suspend(of.id, { ...suspension, version })
      else if (of && facts) await disclosures.correct(of.id, { ...facts, isInError, reason, version })
      else if (facts) await disclosures.record({ patientId, ...facts, ...(suspension && { suspension }) })
    })
    if (isDone) this.#leave()
  }

  #print = (): void => {
    const language = this.#host.format.tag.split('-')[0] ?? 'en'
    void this.#act(this.#t('pdfMade'), async ({ disclosures }, patientId) => {
      const file = await disclosures.accountingPdf({ patientId, language }, { timeoutMs: 60_000 })
      saveFile(file, `${this.#t('fileName')}.pdf`)
    })
  }

  #formView(): TemplateResult {
    return this.#form.render({ leave: () => this.#leave(), send: (filled) => void this.#send(filled) })
  }

  #item(one: Disclosure): TemplateResult {
    const t = this.#t
    const { name } = one.recipient
    const isWritten = this.#writing?.of?.id === one.id
    return html`<li>
      ${disclosureFacts(t, this.#host.format, one)}
      ${
        isWritten
          ? html`${this.#fault} ${this.#formView()}`
          : html`<div class="row wrap">
              <button
                class="btn small"
                type="button"
                aria-label=${t('correctName', { name })}
                @click=${() => this.#write('correct', one)}
              >
                ${t('correct')}
              </button>
              ${
                maySuspend(one.purpose) && !one.isInError
                  ? html`<button
                      class="btn small"
                      type="button"
                      aria-label=${t('suspendName', { name })}
                      @click=${() => this.#write('suspend', one)}
                    >
                      ${t('suspend')}
                    </button>`
                  : nothing
              }
            </div>`
      }
    </li>`
  }

  get #fault(): unknown {
    const { problem } = this.#acting
    return problem ? problemView(this.#host, problem, { texts: this.#t }) : nothing
  }

  #actions(): TemplateResult {
    const t = this.#t
    return html`${this.#writing?.of ? nothing : this.#fault}
    ${
      this.#writing?.kind === 'record'
        ? this.#formView()
        : html`<div class="row wrap">
            <button class="btn small primary" type="button" @click=${() => this.#write('record', null)}>
              ${t('record')}
            </button>
            <button class="btn small" type="button" @click=${this.#print}>${t('pdf')}</button>
            <button class="btn small" type="button" @click=${() => this.#desk.choose(null)}>${t('another')}</button>
          </div>`
    }`
  }

  render(level: number, _retry: () => void): TemplateResult {
    return this.#desk.render(level, { actions: () => this.#actions(), row: (one) => this.#item(one) })
  }
}
