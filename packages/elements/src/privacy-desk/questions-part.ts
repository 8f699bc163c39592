import { html, nothing, type TemplateResult } from 'lit'
import type { AccessQuestion, VisitClient } from '@visitkit/sdk'
import type { AuditLogTranslate } from '../audit-log/access-text.ts'
import { auditLogMessages } from '../audit-log/audit-log.messages.ts'
import { moveFocus } from '../core/focus.ts'
import { followList } from '../core/follow-list.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { DeskPart } from './desk-part.ts'
import { deskRows, deskSwitch, type DeskPage } from './desk-views.ts'
import { AnswerForm } from './answer-form.ts'
import { PassForm } from './pass-form.ts'
import { questionFacts, type QuestionsTranslate } from './question-facts.ts'
import { questionsMessages } from './questions.messages.ts'

const pageSize = 50

type Shown = DeskPage<AccessQuestion>

interface OpenForm {
  readonly id: string
  readonly form: 'answer' | 'pass'
}

/** What patients ask about accesses to their records: with clocks, to take, to pass on and to answer. Updates live. */
export class QuestionsPart implements DeskPart {
  readonly #host: VisitElement
  readonly #t: QuestionsTranslate
  readonly #log: AuditLogTranslate
  readonly #list: Loader<Shown>
  readonly #more: Loader<true>
  readonly #acting: Loader<AccessQuestion>
  readonly #answer: AnswerForm
  readonly #pass: PassForm
  #client: VisitClient | null = null
  #signal: AbortSignal | null = null
  #refresh: () => void = () => undefined
  #answered = false
  /** Who reviews no accesses sees only what no privacy officer may answer. */
  #isStandIn = false
  /** The question with an open form, and which. */
  #open: OpenForm | null = null
  /** The question of the last action: its row shows what went wrong. */
  #about = ''

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(questionsMessages)
    this.#log = host.language.bundle(auditLogMessages)
    this.#list = new Loader(host)
    this.#more = new Loader(host)
    this.#acting = new Loader(host)
    this.#answer = new AnswerForm(host, this.#t)
    this.#pass = new PassForm(host, this.#t)
  }

  open(client: VisitClient, signal: AbortSignal, permissions: readonly string[]): void {
    this.#isStandIn = !permissions.includes('access:review')
    this.#follow(client, signal)
  }

  #follow(client: VisitClient, signal: AbortSignal): void {
    this.#client = client
    this.#signal = signal
    const answered = this.#answered
    const read = (reading: { signal: AbortSignal }): Promise<Shown> =>
      client.accessQuestions
        .list({ answered, limit: pageSize }, reading)
        .page()
        .then(({ items, nextCursor }) => ({ items, next: nextCursor }))
    void this.#list.run(() => {
      const watch = client.watch(read, { on: ['access-question.changed'], signal })
      this.#refresh = () => watch.refresh()
      return followList(watch, (shown) => {
        if (this.#answered === answered) this.#list.set(shown)
      })
    })
  }

  reset(): void {
    for (const loader of [this.#list, this.#more, this.#acting]) loader.reset()
    this.#answer.reset()
    this.#pass.reset()
    this.#client = this.#signal = this.#open = null
  }

  #choose(answered: boolean): void {
    if (this.#answered === answered || !this.#client || !this.#signal) return
    this.#answered = answered
    this.#show(null)
    this.#list.reset()
    this.#follow(this.#client, this.#signal)
  }

  #showMore = (): void => {
    const [client, shown, answered] = [this.#client, this.#list.value, this.#answered]
    if (!client || !shown?.next || this.#more.busy) return
    const cursor = shown.next
    void this.#more.run(async (signal) => {
      const page = await client.accessQuestions.list({ answered, limit: pageSize }, { signal }).page(cursor)
      this.#list.set({ items: [...shown.items, ...page.items], next: page.nextCursor })
      return true
    })
  }

  #show(open: OpenForm | null): void {
    const closed = this.#open
    this.#open = open
    this.#answer.begin()
    this.#pass.begin()
    this.#acting.reset()
    this.#host.requestUpdate()
    if (open?.form === 'pass' && this.#client) this.#pass.load(this.#client)
    if (open) void moveFocus(this.#host, `#${open.form}-first`)
    else if (closed) void moveFocus(this.#host, `[id="question-${closed.id}"]`)
  }

  /** One step of a question; what it says afterwards is announced. */
  async #act(id: string, said: string, work: (client: VisitClient) => Promise<AccessQuestion>): Promise<void> {
    const client = this.#client
    if (!client || this.#acting.busy) return
    this.#about = id
    const done = await this.#acting.run(() => work(client))
    this.#refresh()
    if (!done) return
    const shown = this.#list.value
    const isGone = done.status === 'answered' && !this.#answered
    if (shown)
      this.#list.set({
        ...shown,
        items: shown.items.flatMap((one) => (one.id !== id ? [one] : isGone ? [] : [done])),
      })
    this.#show(null)
    this.#host.announce(said)
    if (isGone) await moveFocus(this.#host, '#questions-heading')
  }

  #assign({ id, version }: AccessQuestion, memberId?: string): Promise<void> {
    return this.#act(id, this.#t(memberId === undefined ? 'taken' : 'passed'), (client) =>
      client.accessQuestions.assign(id, { version, ...(memberId !== undefined && { memberId }) }),
    )
  }

  #form(question: AccessQuestion): unknown {
    const client = this.#client
    if (!client || this.#open?.id !== question.id) return nothing
    const leave = (): void => this.#show(null)
    if (this.#open.form === 'pass')
      return this.#pass.render(
        question,
        { leave, pass: (memberId) => void this.#assign(question, memberId) },
        question.access?.actor.id,
      )
    return this.#answer.render(client, question, {
      leave,
      send: (outcome, answer) => {
        void this.#act(question.id, this.#t('sent'), async (by) => {
          const done = await by.accessQuestions.answer(question.id, { outcome, answer, version: question.version })
          void this.#answer.sent()
          return done
        })
      },
    })
  }

  #actions(question: AccessQuestion): unknown {
    if (question.status === 'answered' || this.#open?.id === question.id) return nothing
    const t = this.#t
    const name = question.patient?.displayName ?? t('unknownPatient')
    const button = (text: string, label: string, onPress: () => void, look = ''): TemplateResult =>
      html`<button
        class="btn small ${look}"
        type="button"
        aria-label=${label}
        aria-disabled=${this.#acting.busy ? 'true' : nothing}
        @click=${onPress}
      >
        ${text}
      </button>`
    return html`<div class="row wrap">
      ${button(t('answer'), t('answerName', { name }), () => this.#show({ id: question.id, form: 'answer' }), 'primary')}
      ${question.status === 'open' ? button(t('take'), t('takeName', { name }), () => void this.#assign(question)) : nothing}
      ${this.#isStandIn ? nothing : button(t('pass'), t('passName', { name }), () => this.#show({ id: question.id, form: 'pass' }))}
    </div>`
  }

  #row(question: AccessQuestion, level: number): TemplateResult {
    const t = this.#t
    const { format } = this.#host
    const { id, status, dueAt, escalatedAt, answeredAt, outcome, answer } = question
    const problem = this.#about === id ? this.#acting.problem : undefined
    return html`<li>
      <div class="row between wrap">
        <h4 id="question-${id}" tabindex="-1" aria-level=${level} dir="auto">
          ${question.patient?.displayName ?? t('unknownPatient')}
        </h4>
        ${
          status === 'answered'
            ? html`<span class="chip ok">${t('answeredOn', { date: format.date(answeredAt ?? dueAt) })}</span>`
            : escalatedAt
              ? html`<span class="chip bad">${t('overdue', { date: format.date(dueAt) })}</span>`
              : html`<span class="chip">${t('due', { date: format.date(dueAt) })}</span>`
        }
      </div>
      ${questionFacts({ t, log: this.#log, format }, question)}
      ${
        outcome
          ? html`<div class="note tight">
              <p><b>${t(`outcome_${outcome}`)}</b></p>
              <p class="text" dir="auto">${answer ?? ''}</p>
            </div>`
          : nothing
      }
      ${problem ? problemView(this.#host, problem, { texts: t }) : nothing} ${this.#actions(question)}
      ${this.#form(question)}
    </li>`
  }

  #rows(level: number, retry: () => void): unknown {
    const t = this.#t
    return deskRows(this.#host, this.#list, {
      texts: t,
      words: {
        loading: t('loading'),
        empty: t(this.#answered ? 'emptyAnswered' : 'emptyWaiting'),
        emptyText: t(this.#answered ? 'emptyAnsweredText' : this.#isStandIn ? 'emptyStandInText' : 'emptyWaitingText'),
        more: t('more'),
      },
      retry,
      row: (one) => this.#row(one, level + 1),
      isReading: this.#more.busy,
      onMore: this.#showMore,
    })
  }

  render(level: number, retry: () => void): TemplateResult {
    const t = this.#t
    return html`<section aria-labelledby="questions-heading">
      <div class="part">
        <div class="tight">
          <h3 id="questions-heading" tabindex="-1" aria-level=${level}>${t('heading')}</h3>
          <p class="small muted">${t(this.#isStandIn ? 'hintStandIn' : 'hint')}</p>
        </div>
        ${deskSwitch(
          t('which'),
          { waiting: t('waiting'), answered: t('answered') },
          this.#answered ? 'answered' : 'waiting',
          (list) => this.#choose(list === 'answered'),
        )}
      </div>
      ${this.#rows(level, retry)}
    </section>`
  }
}
