import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { AccessQuestion, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { followList } from '../core/follow-list.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { LazyKeptText } from '../core/lazy-kept-text.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { actorText, stepText, type AuditLogTranslate } from './access-text.ts'
import type { AccessGroup } from './group-accesses.ts'
import type { ownQuestionsEn } from './own-questions.en.ts'
import { ownQuestionsMessages } from './own-questions.messages.ts'

/** Maximum length of the text in the contract. */
const maxLength = 2000

const reasons = ['unknown-person', 'known-person', 'no-care', 'too-much', 'other'] as const

/** What a patient asks about accesses to the record: the form of a question, how far each is, and the answers. Updates live. */
export class OwnQuestions {
  readonly #host: VisitElement
  readonly #t: Translate<typeof ownQuestionsEn>
  readonly #log: AuditLogTranslate
  readonly #list: Loader<readonly AccessQuestion[]>
  readonly #sending: Loader<AccessQuestion>
  readonly #kept: LazyKeptText
  readonly #keys = new IdempotencyKeys()
  readonly #closed: () => void
  #client: VisitClient | null = null
  #patientId = ''
  #refresh: () => void = () => undefined
  #reason: AccessQuestion['reason'] | null = null
  #text = ''
  #isMissing = false

  /** @param closed - Closes the form. */
  constructor(host: VisitElement, log: AuditLogTranslate, closed: () => void) {
    this.#host = host
    this.#log = log
    this.#closed = closed
    this.#t = host.language.bundle(ownQuestionsMessages)
    this.#list = new Loader(host)
    this.#sending = new Loader(host)
    this.#kept = new LazyKeptText(host, 'access-question', (text) => (this.#text = text))
  }

  /** Something to compare: it changes with what is shown here. */
  get state(): unknown {
    return this.#list.value
  }

  follow(client: VisitClient, patientId: string, signal: AbortSignal): void {
    this.#client = client
    this.#patientId = patientId
    const read = async (reading: { signal: AbortSignal }): Promise<readonly AccessQuestion[]> =>
      (await client.accessQuestions.list({ patientId, limit: 50 }, reading).page()).items
    void this.#list.run(() => {
      const watch = client.watch(read, { on: ['access-question.changed'], signal })
      this.#refresh = () => watch.refresh()
      return followList(watch, (questions) => this.#changed(questions))
    })
  }

  reset(): void {
    this.#list.reset()
    this.#kept.reset()
    this.#client = null
    this.open()
  }

  /** Begins a form without what was chosen in another one. */
  open(): void {
    this.#reason = null
    this.#text = ''
    this.#isMissing = false
    this.#sending.reset()
  }

  #changed(questions: readonly AccessQuestion[]): void {
    const waiting = new Set(this.#list.value?.filter(({ status }) => status !== 'answered').map(({ id }) => id))
    if (questions.some(({ id, status }) => status === 'answered' && waiting.has(id)))
      this.#host.announce(this.#t('newAnswer'))
    this.#list.set(questions)
  }

  async #send(event: Event, { id: accessId }: AccessGroup): Promise<void> {
    event.preventDefault()
    const [client, reason, text] = [this.#client, this.#reason, this.#text.trim()]
    if (!client || this.#sending.busy) return
    this.#isMissing = reason === null
    this.#host.requestUpdate()
    if (reason === null) return moveFocus(this.#host, '#question-reason input')
    const question = { accessId, reason, ...(text && { text }) }
    const sent = await this.#sending.run(() =>
      client.accessQuestions.ask(this.#patientId, question, this.#keys.for('ask', question)),
    )
    this.#refresh()
    if (!sent) return
    this.#keys.done()
    void this.#kept.sent()
    this.#list.set([sent, ...(this.#list.value ?? []).filter(({ id }) => id !== sent.id)])
    this.open()
    this.#closed()
    this.#host.announce(this.#t('sent', { date: this.#host.format.date(sent.dueAt) }))
    await moveFocus(this.#host, `[id="question-${sent.id}"]`)
  }

  /** Next to an entry that was asked about. */
  chip({ steps }: AccessGroup): unknown {
    const isAsked = this.#list.value?.some(({ accessId }) => steps.some(({ id }) => id === accessId))
    return isAsked ? html` <span class="chip">${this.#t('chip')}</span>` : nothing
  }

  /** Below an entry. */
  form(client: VisitClient, group: AccessGroup, level: number): TemplateResult {
    const t = this.#t
    const isMissing = this.#isMissing && this.#reason === null
    const { problem } = this.#sending
    return html`<form class="stack question" novalidate @submit=${(event: Event) => void this.#send(event, group)}>
      <h5 class="visually-hidden" aria-level=${level}>${t('formHeading')}</h5>
      ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      <fieldset class="field" id="question-reason" aria-describedby=${isMissing ? 'question-fault' : nothing}>
        <legend>${t('reason')}</legend>
        ${isMissing ? html`<p class="error" id="question-fault" role="alert">${t('reasonMissing')}</p>` : nothing}
        ${reasons.map(
          (reason) =>
            html`<label class="choice">
              <input
                type="radio"
                name="question-reason"
                .checked=${this.#reason === reason}
                @change=${() => {
                  this.#reason = reason
                  this.#host.requestUpdate()
                }}
              />
              ${t(`reason_${reason}`)}
            </label>`,
        )}
      </fieldset>
      <div class="field">
        <label for="question-text">${t('words')}</label>
        <p class="hint" id="question-hint">${t('wordsHint')}</p>
        <textarea
          id="question-text"
          ${this.#kept.of(client, { about: group.id, patientId: this.#patientId })}
          dir="auto"
          rows="3"
          maxlength=${maxLength}
          aria-describedby="question-hint"
          .value=${this.#text}
          @input=${(event: Event) => (this.#text = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </div>
      <div class="row wrap">
        <button class="btn primary" aria-disabled=${this.#sending.busy ? 'true' : nothing}>${t('send')}</button>
        <button class="btn" type="button" @click=${() => this.#closed()}>${t('leave')}</button>
      </div>
    </form>`
  }

  #status({ status, dueAt, escalatedAt, answeredAt, outcome, answer }: AccessQuestion): unknown {
    const [t, { format }] = [this.#t, this.#host]
    if (status !== 'answered')
      return html`<p class="small">
        <b>${escalatedAt ? t('late') : t(`state_${status}`, { date: format.date(dueAt) })}</b>
      </p>`
    return html`<div class="note tight">
      <p class="small muted">${t('state_answered', { date: format.date(answeredAt ?? dueAt) })}</p>
      ${outcome ? html`<p><b>${t(`outcome_${outcome}`)}</b></p>` : nothing}
      <p class="text-block" dir="auto">${answer ?? ''}</p>
    </div>`
  }

  #question(question: AccessQuestion, level: number): TemplateResult {
    const [t, { format }] = [this.#t, this.#host]
    const { id, access, askedAt, reason, text } = question
    return html`<li class="tight">
      <h4 id="question-${id}" tabindex="-1" aria-level=${level}>
        ${access ? t('about', { name: actorText(this.#log, access, false) }) : t(`reason_${reason}`)}
      </h4>
      ${
        access
          ? html`<p class="small">
              ${stepText(this.#log, access)} <span class="muted num">${format.moment(access.at)}</span>
            </p>`
          : nothing
      }
      <p class="small muted">
        ${t('asked', { date: format.date(askedAt) })} ${access ? t(`reason_${reason}`) : nothing}
      </p>
      ${text ? html`<p class="small"><span class="muted">${t('yourWords')}</span> <span dir="auto">${text}</span></p>` : nothing}
      ${this.#status(question)}
    </li>`
  }

  /** All questions, the newest first. Nothing before the first one. */
  list(level: number): unknown {
    const { now } = this.#list
    if (now.state === 'failed')
      return html`<div class="pad lined">${problemView(this.#host, now.problem, { texts: this.#t })}</div>`
    if (now.state !== 'ready' || now.value.length === 0) return nothing
    return html`<section class="lined questions" aria-labelledby="questions-heading">
      <h3 class="pad" id="questions-heading" aria-level=${level}>${this.#t('questions')}</h3>
      <ul class="list">
        ${repeat(
          now.value,
          ({ id }) => id,
          (question) => this.#question(question, level + 1),
        )}
      </ul>
    </section>`
  }
}
