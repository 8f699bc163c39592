import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { CorrectVital, Note, VisitClient, VitalObservation } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { NoteEditorTranslate } from './note-view.ts'
import { vitalInput } from './vital-input.ts'
import { readVital, shownUnit, signsFor, type VitalSign } from './vital-signs.ts'
import type { vitalCorrectionsEn } from './vital-corrections.en.ts'
import { vitalCorrectionsMessages } from './vital-corrections.messages.ts'

interface Correction {
  /** Of the measurement. */
  readonly id: string
  readonly typed: string
  readonly isFaulty: boolean
}

/** The measurements of a signed note: as they are known now, with what they were before, and a form to correct one. */
export class VitalCorrections {
  readonly #host: VisitElement
  readonly #t: NoteEditorTranslate
  readonly #c: Translate<typeof vitalCorrectionsEn>
  readonly #sending: Loader<Note>
  readonly #corrected: (note: Note) => void
  /** The measurement that is being corrected, and what is typed. */
  #open: Correction | null = null

  /** @param corrected - Applies the note as the server has it now. */
  constructor(host: VisitElement, t: NoteEditorTranslate, corrected: (note: Note) => void) {
    this.#host = host
    this.#t = t
    this.#c = host.language.bundle(vitalCorrectionsMessages)
    this.#sending = new Loader(host)
    this.#corrected = corrected
  }

  reset(): void {
    this.#open = null
    this.#sending.reset()
  }

  #show(open: Correction | null): void {
    this.#open = open
    this.#host.requestUpdate()
  }

  async #correct(client: VisitClient, note: Note, vital: VitalObservation, body: CorrectVital): Promise<void> {
    if (this.#sending.busy) return
    const isDone = await this.#sending.run(async () => {
      await client.vitals.correct(note.id, vital.id, body)
      return client.notes.get(note.id)
    })
    if (!isDone) {
      // The next correction is based on what is known now. What was typed stays.
      const problem = this.#sending.problem?.code
      const now = problem === 'version_conflict' ? await client.notes.get(note.id).catch(() => null) : null
      if (now) this.#corrected(now)
      return
    }
    this.reset()
    this.#corrected(isDone)
    this.#host.announce(this.#c('saved', { name: this.#t(`vital_${vital.loinc}`) }))
    await moveFocus(this.#host, `#correct-${vital.id}`)
  }

  #submit(event: Event, client: VisitClient, note: Note, vital: VitalObservation, sign: VitalSign): void {
    event.preventDefault()
    const typed = this.#open?.typed ?? ''
    const value = readVital(sign, typed)
    if (value !== null)
      return void this.#correct(client, note, vital, {
        status: 'corrected',
        value,
        unit: vital.unit,
        changes: vital.changes.length,
      })
    this.#show({ id: vital.id, typed, isFaulty: true })
    void moveFocus(this.#host, `#right-${vital.id}`)
  }

  #form(client: VisitClient, note: Note, vital: VitalObservation): TemplateResult {
    const c = this.#c
    const { id, loinc, unit, changes } = vital
    const { format } = this.#host
    const { typed = '', isFaulty = false } = this.#open ?? {}
    const sign = signsFor([vital]).find((one) => one.loinc === loinc)
    if (!sign) return html``
    const { problem, busy } = this.#sending
    const isBusy = busy ? 'true' : nothing
    return html`<form
      class="within stack"
      novalidate
      @submit=${(event: Event) => this.#submit(event, client, note, vital, sign)}
    >
      <div class="field">
        <label for="right-${id}">${c('right', { unit: shownUnit(unit) })}</label>
        <p class="hint" id="right-hint-${id}">${c('hint')}</p>
        ${vitalInput({
          id: `right-${id}`,
          typed,
          describedBy: `right-hint-${id}${isFaulty ? ` right-fault-${id}` : ''}`,
          isFaulty,
          onInput: (now) => this.#show({ id, typed: now, isFaulty: false }),
        })}
        ${
          isFaulty
            ? html`<p class="error" id="right-fault-${id}" role="alert">
                ${c('fault', { from: format.number(sign.from), to: format.number(sign.to) })}
              </p>`
            : nothing
        }
      </div>
      ${problem ? problemView(this.#host, problem, { texts: c }) : nothing}
      <div class="row wrap">
        <button class="btn small primary" type="submit" aria-disabled=${isBusy}>${c('save')}</button>
        <button
          class="btn small"
          type="button"
          aria-disabled=${isBusy}
          @click=${() => void this.#correct(client, note, vital, { status: 'entered-in-error', changes: changes.length })}
        >
          ${c('error')}
        </button>
        <button
          class="btn small quiet"
          type="button"
          @click=${() => {
            this.reset()
            this.#host.requestUpdate()
            void moveFocus(this.#host, `#correct-${id}`)
          }}
        >
          ${c('cancel')}
        </button>
      </div>
    </form>`
  }

  #vital(client: VisitClient | null, note: Note, vital: VitalObservation): TemplateResult {
    const [t, c] = [this.#t, this.#c]
    const { format } = this.#host
    const { id, loinc, value, unit, source, measuredAt, status, changes } = vital
    const name = t(`vital_${loinc}`)
    const shown = (of: { value: number; unit: string }): string =>
      `\u2066${format.number(of.value)} ${shownUnit(of.unit)}\u2069`
    const isWrong = status === 'entered-in-error'
    const mayCorrect = client !== null && (note.status === 'signed' || note.status === 'addended')
    // Most are measured at the visit, whose time the note has.
    const isElsewhen =
      note.vitals.some((one) => one.measuredAt && Date.parse(one.measuredAt) === Date.parse(measuredAt)) ||
      changes.some(({ before }) => before.measuredAt !== measuredAt)
    return html`<li class="stack">
      <div class="row between wrap">
        <span class="tight">
          <span>
            <span class="muted">${name}</span>
            ${isWrong ? html`<s>${shown({ value, unit })}</s>` : html`<b>${shown({ value, unit })}</b>`}
            ${status === 'final' ? nothing : html`<span class="chip ${isWrong ? 'bad' : 'warn'}">${c(`vital_${status}`)}</span>`}
          </span>
          <span class="small muted"
            >${format.list([
              t(`source_${source}`),
              ...(isElsewhen ? [c('measuredAt', { time: format.moment(measuredAt) })] : []),
            ])}</span
          >
          ${changes.map(
            ({ before, by, at }) =>
              html`<span class="small muted"
                >${c('was', { value: shown(before), name: by.displayName, time: format.momentWithYear(at) })}</span
              >`,
          )}
        </span>
        ${
          mayCorrect
            ? html`<button
                class="btn small"
                type="button"
                id="correct-${id}"
                aria-label=${c('correctOf', { name })}
                aria-expanded=${this.#open?.id === id ? 'true' : 'false'}
                @click=${() => {
                  this.#sending.reset()
                  this.#show({ id, typed: '', isFaulty: false })
                  void moveFocus(this.#host, `#right-${id}`)
                }}
              >
                ${c('correct')}
              </button>`
            : nothing
        }
      </div>
      ${client && this.#open?.id === id ? this.#form(client, note, vital) : nothing}
    </li>`
  }

  render(client: VisitClient | null, note: Note): TemplateResult {
    return html`<ul class="rows num">
      ${repeat(
        note.observations,
        ({ id }) => id,
        (vital) => this.#vital(client, note, vital),
      )}
    </ul>`
  }
}
