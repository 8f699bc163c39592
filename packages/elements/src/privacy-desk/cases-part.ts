import { html, nothing, type TemplateResult } from 'lit'
import type { AccessCase, AccessCaseReport, VisitClient } from '@visitkit/sdk'
import type { AuditLogTranslate } from '../audit-log/access-text.ts'
import { auditLogMessages } from '../audit-log/audit-log.messages.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { CaseList, type CasesShown } from './case-list.ts'
import { caseAccesses, caseFacts, dayText, type CasesTranslate } from './case-facts.ts'
import { casesMessages } from './cases.messages.ts'
import { DecideForm, type Decision } from './decide-form.ts'
import type { DeskPart } from './desk-part.ts'
import { deskRows, deskSwitch } from './desk-views.ts'
import { PassForm } from './pass-form.ts'
import { questionsMessages } from './questions.messages.ts'
import { SuppressForm } from './suppress-form.ts'

interface OpenForm {
  readonly id: string
  readonly form: 'decide' | 'pass' | 'suppress'
}

/** Cases of the access monitor: with clocks and reasons, to take, to pass on and to decide. Updates live. */
export class CasesPart implements DeskPart {
  readonly #host: VisitElement
  readonly #t: CasesTranslate
  readonly #log: AuditLogTranslate
  readonly #list: CaseList
  readonly #acting: Loader<unknown>
  /** The case whose accesses are shown. Read only on request, because reading it is recorded. */
  readonly #report: Loader<AccessCaseReport>
  readonly #decide: DecideForm
  readonly #pass: PassForm
  readonly #suppress: SuppressForm
  #client: VisitClient | null = null
  #maySuppress = false
  /** The case with an open form, and which. */
  #open: OpenForm | null = null
  /** The case of the last action: its row shows what went wrong. */
  #about = ''
  #shownId = ''
  /** Of a decision whose incident was reported already, when closing failed. */
  #incident: { readonly caseId: string; readonly id: string } | null = null

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(casesMessages)
    this.#log = host.language.bundle(auditLogMessages)
    this.#list = new CaseList(host)
    this.#acting = new Loader(host)
    this.#report = new Loader(host)
    this.#decide = new DecideForm(host, this.#t)
    this.#pass = new PassForm(host, host.language.bundle(questionsMessages))
    this.#suppress = new SuppressForm(host, this.#t)
  }

  open(client: VisitClient, signal: AbortSignal, permissions: readonly string[]): void {
    this.#maySuppress = permissions.includes('access-monitor:manage')
    this.#client = client
    this.#list.follow(client, signal)
  }

  reset(): void {
    for (const each of [this.#list, this.#acting, this.#report]) each.reset()
    this.#decide.reset()
    this.#pass.reset()
    this.#suppress.begin()
    this.#client = this.#open = this.#incident = null
    this.#shownId = ''
  }

  #choose(list: CasesShown): void {
    if (this.#list.chosen === list || !this.#client) return
    this.#show(null)
    this.#shownId = ''
    this.#list.choose(list)
  }

  #show(open: OpenForm | null): void {
    const before = this.#open
    this.#open = open
    this.#decide.begin()
    this.#pass.begin()
    this.#suppress.begin()
    this.#acting.reset()
    this.#host.requestUpdate()
    if (open?.form === 'pass' && this.#client) this.#pass.load(this.#client)
    if (open) void moveFocus(this.#host, `#${open.form}-first`)
    else if (before) void moveFocus(this.#host, `[id="case-${before.id}"]`)
  }

  #toggle({ id }: AccessCase): void {
    const client = this.#client
    this.#shownId = this.#shownId === id ? '' : id
    this.#report.reset()
    this.#host.requestUpdate()
    if (this.#shownId === '' || !client) return
    void this.#report.run((signal) => client.accessCases.get(id, { signal }))
  }

  /** One step of a case; what it says afterwards is announced. */
  async #act(id: string, said: string, work: (client: VisitClient) => Promise<AccessCase | null>): Promise<void> {
    const client = this.#client
    if (!client || this.#acting.busy) return
    this.#about = id
    let done: AccessCase | null = null
    const isDone = await this.#acting.run(async () => {
      done = await work(client)
      return true
    })
    this.#list.refresh()
    if (!isDone) return
    const after = done as AccessCase | null
    const isGone = after !== null && this.#list.replace(after)
    this.#show(null)
    this.#host.announce(said)
    if (isGone) await moveFocus(this.#host, '#cases-heading')
  }

  #assign({ id, version }: AccessCase, memberId?: string): Promise<void> {
    return this.#act(id, this.#t(memberId === undefined ? 'taken' : 'passed'), (client) =>
      client.accessCases.assign(id, { version, ...(memberId !== undefined && { memberId }) }),
    )
  }

  /** The incident is reported first. When closing fails it is not reported again. */
  #close({ id, version }: AccessCase, { disposition, note, isIncident }: Decision): Promise<void> {
    return this.#act(id, this.#t('saved'), async (client) => {
      if (isIncident && this.#incident?.caseId !== id)
        this.#incident = { caseId: id, id: (await client.incidents.report({ description: note })).id }
      const incidentId = isIncident ? this.#incident?.id : undefined
      const done = await client.accessCases.close(id, {
        ...{ disposition, note, version },
        ...(incidentId !== undefined && { incidentId }),
      })
      this.#incident = null
      void this.#decide.sent()
      return done
    })
  }

  #form(one: AccessCase): unknown {
    const client = this.#client
    if (!client || this.#open?.id !== one.id) return nothing
    const leave = (): void => this.#show(null)
    switch (this.#open.form) {
      case 'pass':
        return this.#pass.render(
          one,
          { leave, pass: (memberId) => void this.#assign(one, memberId) },
          one.member.memberId,
        )
      case 'decide':
        return this.#decide.render(client, one, { leave, send: (decision) => void this.#close(one, decision) })
      case 'suppress':
        return this.#suppress.render(one, {
          leave,
          send: (given) =>
            void this.#act(one.id, this.#t('suppressed'), async (by) => {
              await by.accessCases.suppress(one.id, given)
              return null
            }),
        })
    }
  }

  #actions(one: AccessCase, name: string): unknown {
    if (this.#open?.id === one.id) return nothing
    const t = this.#t
    const { id, status } = one
    const isShown = this.#shownId === id
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
    const act = (form: OpenForm['form']) => () => this.#show({ id, form })
    return html`<div class="row wrap">
      ${
        status === 'closed'
          ? nothing
          : html`${button(t('decide'), t('decideName', { name }), act('decide'), 'primary')}
            ${status === 'open' ? button(t('take'), t('takeName', { name }), () => void this.#assign(one)) : nothing}
            ${button(t('pass'), t('passName', { name }), act('pass'))}`
      }
      ${this.#maySuppress ? button(t('suppress'), t('suppressName', { name }), act('suppress')) : nothing}
      <button
        class="btn small"
        type="button"
        aria-expanded=${isShown ? 'true' : 'false'}
        aria-label=${isShown ? nothing : t('showName', { name })}
        @click=${() => this.#toggle(one)}
      >
        ${t(isShown ? 'hide' : 'show')}
      </button>
    </div>`
  }

  #chip({ status, score, dueAt, escalatedAt, closedAt }: AccessCase): TemplateResult | typeof nothing {
    const t = this.#t
    const { format } = this.#host
    if (status === 'closed')
      return html`<span class="chip ok">${t('closedOn', { date: format.date(closedAt ?? dueAt) })}</span>`
    if (score === 0) return nothing
    return escalatedAt
      ? html`<span class="chip bad">${t('overdue', { date: format.date(dueAt) })}</span>`
      : html`<span class="chip">${t('due', { date: format.date(dueAt) })}</span>`
  }

  #accesses(level: number): unknown {
    const { now } = this.#report
    if (now.state === 'failed') return problemView(this.#host, now.problem, { texts: this.#t })
    if (now.state !== 'ready') return loadingRows(this.#t('loading'))
    return caseAccesses({ t: this.#t, log: this.#log, format: this.#host.format }, now.value, level)
  }

  #row(one: AccessCase, level: number): TemplateResult {
    const t = this.#t
    const { format } = this.#host
    const { id, member, date } = one
    const name = member.displayName ?? t('formerColleague')
    const problem = this.#about === id ? this.#acting.problem : undefined
    return html`<li>
      <div class="row between wrap">
        <div class="tight">
          <h4 id="case-${id}" tabindex="-1" aria-level=${level} dir="auto">${name}</h4>
          <p class="small muted">${t('onDay', { date: dayText(format, date) })}</p>
        </div>
        ${this.#chip(one)}
      </div>
      ${caseFacts({ t, log: this.#log, format }, one)}
      ${problem ? problemView(this.#host, problem, { texts: t }) : nothing} ${this.#actions(one, name)}
      ${this.#form(one)} ${this.#shownId === id ? this.#accesses(level + 1) : nothing}
    </li>`
  }

  #rows(level: number, retry: () => void): unknown {
    const t = this.#t
    const { chosen, read, isReadingMore, showMore } = this.#list
    return deskRows(this.#host, read, {
      texts: t,
      words: {
        loading: t('loading'),
        empty: t(`empty_${chosen}`),
        emptyText: t(`emptyText_${chosen}`),
        more: t('more'),
      },
      retry,
      row: (one) => this.#row(one, level + 1),
      isReading: isReadingMore,
      onMore: showMore,
    })
  }

  render(level: number, retry: () => void): TemplateResult {
    const t = this.#t
    return html`<section aria-labelledby="cases-heading">
      <div class="part">
        <div class="tight">
          <h3 id="cases-heading" tabindex="-1" aria-level=${level}>${t('heading')}</h3>
          <p class="small muted">${t(this.#list.chosen === 'looks' ? 'looksHint' : 'hint')}</p>
        </div>
        ${deskSwitch(
          t('which'),
          { waiting: t('waiting'), looks: t('looks'), closed: t('closed') },
          this.#list.chosen,
          (list) => this.#choose(list),
        )}
      </div>
      ${this.#rows(level, retry)}
    </section>`
  }
}
