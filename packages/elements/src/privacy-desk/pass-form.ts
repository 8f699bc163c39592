import { html, nothing, type TemplateResult } from 'lit'
import type { AccessQuestion, Member, VisitClient } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { QuestionsTranslate } from './question-facts.ts'

interface PassActions {
  readonly leave: () => void
  readonly pass: (memberId: string) => void
}

/** Passes a question or a case on to another privacy officer. */
export class PassForm {
  readonly #host: VisitElement
  readonly #t: QuestionsTranslate
  readonly #officers: Loader<readonly Member[]>
  #chosen = ''

  constructor(host: VisitElement, t: QuestionsTranslate) {
    this.#host = host
    this.#t = t
    this.#officers = new Loader(host)
  }

  begin(): void {
    this.#chosen = ''
  }

  reset(): void {
    this.#officers.reset()
    this.begin()
  }

  /** Reads who may answer. */
  load(client: VisitClient): void {
    if (this.#officers.value || this.#officers.busy) return
    void this.#officers.run(async (signal) => {
      const officers: Member[] = []
      for await (const member of client.members.list({ limit: 100 }, { signal }))
        if (member.status === 'active' && member.roles.includes('privacy-officer')) officers.push(member)
      return officers
    })
  }

  /** @param notTo - A person to whom it is not passed, because it is about them. */
  render(
    { assignedTo }: Pick<AccessQuestion, 'assignedTo'>,
    { leave, pass }: PassActions,
    notTo?: string,
  ): TemplateResult {
    const t = this.#t
    const { now } = this.#officers
    const others = (this.#officers.value ?? []).filter(({ id }) => id !== assignedTo?.memberId && id !== notTo)
    const submit = (event: Event): void => {
      event.preventDefault()
      if (this.#chosen) pass(this.#chosen)
    }
    return html`<form class="stack" novalidate @submit=${submit}>
      ${now.state === 'failed' ? problemView(this.#host, now.problem, { texts: t }) : nothing}
      <div class="field">
        <label for="pass-first">${t('passTo')}</label>
        ${now.state === 'ready' && others.length === 0 ? html`<p class="hint">${t('passNobody')}</p>` : nothing}
        <select
          id="pass-first"
          @change=${(event: Event) => {
            this.#chosen = (event.target as HTMLSelectElement).value
            this.#host.requestUpdate()
          }}
        >
          <option value="" ?selected=${this.#chosen === ''}>${t('choose')}</option>
          ${others.map(({ id, displayName }) => html`<option value=${id} ?selected=${this.#chosen === id}>${displayName}</option>`)}
        </select>
      </div>
      <div class="row wrap">
        <button class="btn primary small" aria-disabled=${this.#chosen === '' ? 'true' : nothing}>
          ${t('passNow')}
        </button>
        <button class="btn small" type="button" @click=${leave}>${t('leave')}</button>
      </div>
    </form>`
  }
}
