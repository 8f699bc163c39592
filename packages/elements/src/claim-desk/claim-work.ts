import { html, nothing, type TemplateResult } from 'lit'
import type { Claim, ClaimWork, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { KeptText } from '../core/kept-text.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { isDecided } from './claim-states.ts'
import { noteForm, taskRoles, taskTitle, workForm, type WorkForm } from './claim-work-forms.ts'
import { claimWorkMessages } from './claim-work.messages.ts'
import { appealsPart, notesPart, whatIsOpen, whyUnpaid, writeOffsPart, type WorkTexts } from './claim-work-views.ts'
import { denialReasonsMessages } from './denial-reasons.messages.ts'
import { loadingRows } from '../core/loading-rows.ts'

type Announcement = Parameters<WorkTexts['t']>[0]

/** States in which nothing can be written off: with the payer, or closed. */
const withoutWriteOff = new Set(['sending', 'received', 'accepted', 'replaced', 'voided', 'self-pay', 'written-off'])
const textOf = (values: FormData, name: string): string => {
  const value = values.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** What the desk does about one claim: the reasons of the payer, appeals, write-offs, tasks and notes. Updates live. */
export class ClaimWorkPart {
  readonly #host: VisitElement
  readonly #t: WorkTexts['t']
  readonly #words: WorkTexts['words']
  readonly #work: Loader<ClaimWork>
  readonly #acting: Loader<true>
  readonly #noting: Loader<true>
  readonly #keys = new IdempotencyKeys()
  readonly #kept: Readonly<Record<WorkForm | 'note', KeptText>>
  #client: VisitClient | null = null
  #refresh: (() => void) | null = null
  #form: WorkForm | null = null
  #isDirty = false
  #fault: 'form' | 'note' | null = null

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(claimWorkMessages)
    this.#words = host.language.bundle(denialReasonsMessages)
    this.#work = new Loader(host)
    this.#acting = new Loader(host)
    this.#noting = new Loader(host)
    this.#kept = {
      appeal: new KeptText(host, 'appeal'),
      'write-off': new KeptText(host, 'write-off'),
      task: new KeptText(host, 'claim-task'),
      note: new KeptText(host, 'claim-note'),
    }
  }

  reset(): void {
    for (const part of [this.#work, this.#acting, this.#noting, ...Object.values(this.#kept)]) part.reset()
    this.#client = this.#refresh = this.#form = this.#fault = null
    this.#isDirty = false
    this.#keys.done()
  }

  /** Whether something is written that the server does not have. */
  get hasUnsavedEdits(): boolean {
    return this.#isDirty
  }

  /** Moves the focus to what must be saved or cleared before the person leaves. */
  async focusUnsaved(): Promise<void> {
    await moveFocus(this.#host, this.#form ? '#work-form :is(input, textarea, select)' : '#note')
  }

  async open(client: VisitClient, claimId: string, signal: AbortSignal): Promise<void> {
    this.reset()
    this.#client = client
    const watch = client.watch((reading) => client.claims.work(claimId, reading), {
      on: ['claim.changed'],
      ids: { claimId },
      signal,
    })
    this.#refresh = () => watch.refresh()
    await this.#work.run(() => followWatch(watch, (changed) => this.#work.set(changed)))
  }

  #show(form: WorkForm | null): void {
    this.#form = form
    this.#fault = null
    this.#isDirty = false
    this.#acting.reset()
    this.#host.requestUpdate()
    void moveFocus(this.#host, form === null ? '#next-heading' : form === 'write-off' ? '#work-reason' : '#work-text')
  }

  /** One write, then the latest state is read. */
  async #write(
    loader: Loader<true>,
    work: (client: VisitClient) => Promise<unknown>,
    announcement: Announcement,
    focus: string,
    sent?: KeptText,
  ): Promise<void> {
    const client = this.#client
    if (!client || loader.busy) return
    const done = await loader.run(async () => {
      await work(client)
      return true
    })
    this.#refresh?.()
    if (!done) return
    this.#keys.done()
    void sent?.sent()
    this.#form = this.#fault = null
    this.#isDirty = false
    this.#host.announce(this.#t(announcement as 'noteSaved'))
    await moveFocus(this.#host, focus)
  }

  #submit(claim: Claim, form: WorkForm, values: FormData): void {
    const text = textOf(values, 'text')
    this.#fault = text === '' && form !== 'write-off' ? 'form' : null
    this.#host.requestUpdate()
    if (this.#fault) return void moveFocus(this.#host, '#work-text')
    const options = (content: unknown): { idempotencyKey: string } => this.#keys.for(form, [claim.id, content])
    if (form === 'appeal') {
      const body = { text, dueOn: textOf(values, 'due'), attachNote: values.has('note') }
      return void this.#write(
        this.#acting,
        (client) => client.claims.appeal(claim.id, body, options(body)),
        'appealSaved',
        '#appeals-heading',
        this.#kept.appeal,
      )
    }
    if (form === 'write-off') {
      const reason = textOf(values, 'reason') as 'other'
      const body = { reason, ...(text && { comment: text }) }
      return void this.#write(
        this.#acting,
        (client) => client.claims.askWriteOff(claim.id, body, options(body)),
        'writeOffAsked',
        '#offs-heading',
        this.#kept['write-off'],
      )
    }
    const assigneeRole = taskRoles.find((role) => role === textOf(values, 'role')) ?? 'biller'
    const body = { title: text, priority: 'routine' as const, assigneeRole }
    void this.#write(
      this.#acting,
      (client) => client.tasks.add(claim.patientId, body, options(body)),
      'taskAdded',
      '#next-heading',
      this.#kept.task,
    )
  }

  #saveNote(claim: Claim, values: FormData): void {
    const body = { text: textOf(values, 'text') }
    this.#fault = body.text === '' ? 'note' : null
    this.#host.requestUpdate()
    if (this.#fault) return void moveFocus(this.#host, '#note')
    const work = (client: VisitClient): Promise<unknown> =>
      client.claims.addNote(claim.id, body, this.#keys.for('note', [claim.id, body]))
    void this.#write(this.#noting, work, 'noteSaved', '#notes-heading', this.#kept.note).then(() => {
      if (!this.#noting.problem) this.#host.renderRoot.querySelector<HTMLFormElement>('#note-form')?.reset()
    })
  }

  #keep(form: WorkForm | 'note', claim: Claim): unknown {
    if (!this.#client) return nothing
    const { id, patientId } = claim
    const initial = form === 'task' ? taskTitle(this.#t, claim) : ''
    return this.#kept[form].of(this.#client, { about: id, patientId, initial })
  }

  #texts(level: number): WorkTexts {
    return { t: this.#t, words: this.#words, format: this.#host.format, level }
  }

  #problem({ problem }: Loader<unknown>): TemplateResult | null {
    return problem ? problemView(this.#host, problem, { texts: this.#t }) : null
  }

  #steps(texts: WorkTexts, claim: Claim, work: ClaimWork): TemplateResult {
    const { t } = texts
    const isAppealable = isDecided(claim) && !work.appeals.some(({ state }) => state !== 'answered')
    const isWaiting = work.writeOffs.some(({ state }) => state === 'asked')
    const mayWriteOff = work.openCents > 0 && claim.frequency !== '8' && !withoutWriteOff.has(claim.state) && !isWaiting
    const step = (form: WorkForm, name: 'stepAppeal' | 'stepWriteOff' | 'stepTask'): TemplateResult =>
      html`<button
        class="btn small"
        id="step-${form}"
        type="button"
        aria-expanded=${this.#form === form ? 'true' : 'false'}
        @click=${() => this.#show(this.#form === form ? null : form)}
      >
        ${t(name)}
      </button>`
    return html`<section class="part" aria-labelledby="next-heading">
      <h3 id="next-heading" tabindex="-1" aria-level=${texts.level + 1}>${t('nextHeading')}</h3>
      ${whatIsOpen(texts, work)}
      <div class="row wrap">
        ${isAppealable && work.openCents > 0 ? step('appeal', 'stepAppeal') : nothing}
        ${mayWriteOff ? step('write-off', 'stepWriteOff') : nothing} ${step('task', 'stepTask')}
      </div>
      ${
        this.#form
          ? workForm(texts, this.#form, claim, work, {
              busy: this.#acting.busy,
              showsFault: this.#fault === 'form',
              problem: this.#problem(this.#acting),
              kept: this.#keep(this.#form, claim),
              onInput: () => (this.#isDirty = true),
              onSubmit: (values) => this.#submit(claim, this.#form ?? 'task', values),
              onCancel: () => this.#show(null),
            })
          : (this.#problem(this.#acting) ?? nothing)
      }
    </section>`
  }

  #lists(texts: WorkTexts, work: ClaimWork): TemplateResult {
    const act = (
      write: (client: VisitClient) => Promise<unknown>,
      announcement: Announcement,
      focus: '#appeals-heading' | '#offs-heading',
    ): void => void this.#write(this.#acting, write, announcement, focus)
    const key = (action: string, id: string, version: number): { idempotencyKey: string } =>
      this.#keys.for(action, [id, version])
    return html`${appealsPart(texts, work.appeals, {
      sent: ({ id, version }) =>
        act((client) => client.claims.changeAppeal(id, { state: 'sent', version }), 'markedSent', '#appeals-heading'),
      answered: ({ id, version }, answer) =>
        act(
          (client) => client.claims.changeAppeal(id, { state: 'answered', answer, version }),
          'answerSaved',
          '#appeals-heading',
        ),
    })}
    ${writeOffsPart(texts, work.writeOffs, {
      decide: ({ id, version }, approved) =>
        act(
          (client) => client.writeOffs.decide(id, { approved, version }, key(`decide ${approved}`, id, version)),
          approved ? 'approved' : 'refused',
          '#offs-heading',
        ),
      undo: ({ id, version }) =>
        act((client) => client.writeOffs.undo(id, { version }, key('undo', id, version)), 'undone', '#offs-heading'),
    })}`
  }

  /** The reasons of the payer and the next steps. */
  render(level: number, claim: Claim): unknown {
    const { now } = this.#work
    const texts = this.#texts(level)
    if (now.state === 'failed') return html`<div class="part">${this.#problem(this.#work)}</div>`
    if (now.state !== 'ready') return loadingRows(this.#t('loadingWork'))
    return html`${whyUnpaid(texts, claim)} ${this.#steps(texts, claim, now.value)} ${this.#lists(texts, now.value)}`
  }

  renderNotes(level: number, claim: Claim): unknown {
    const work = this.#work.value
    if (!work) return nothing
    return notesPart(
      this.#texts(level),
      work,
      claim.note,
      noteForm(this.#t, {
        busy: this.#noting.busy,
        showsFault: this.#fault === 'note',
        problem: this.#problem(this.#noting),
        kept: this.#keep('note', claim),
        onInput: (event) => (this.#isDirty = (event.target as HTMLTextAreaElement).value.trim() !== ''),
        onSubmit: (values) => this.#saveNote(claim, values),
      }),
    )
  }
}
