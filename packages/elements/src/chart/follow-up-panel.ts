import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { CarePlan, CareTask, Referral, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { followUpMessages } from './follow-up.messages.ts'
import type { FollowUp } from './read-follow-up.ts'

/** Tasks, which can be completed here; open referrals; the care plan. */
export class FollowUpPanel {
  readonly #host: VisitElement
  readonly #t
  readonly #client: () => VisitClient | null
  readonly #changed: () => void
  readonly #acting: Loader<CareTask>

  /** @param changed - Called after each action, successful or not, because the data may have changed. */
  constructor(host: VisitElement, client: () => VisitClient | null, changed: () => void) {
    this.#host = host
    this.#t = host.language.bundle(followUpMessages)
    this.#client = client
    this.#changed = changed
    this.#acting = new Loader(host)
  }

  reset(): void {
    this.#acting.reset()
  }

  async #end({ id, version }: CareTask): Promise<void> {
    const client = this.#client()
    if (!client || this.#acting.busy) return
    const ended = await this.#acting.run(() => client.tasks.change(id, { status: 'done', version }))
    this.#changed()
    if (!ended) return
    this.#host.announce(this.#t('taskDone'))
    await moveFocus(this.#host, '#follow-up')
  }

  #task(task: CareTask, mayEnd: boolean): TemplateResult {
    const t = this.#t
    const { format } = this.#host
    const { title, kind, priority, dueAt, assignee } = task
    const isOverdue = dueAt !== undefined && Date.parse(dueAt) < Date.now()
    const about = [
      ...(title && kind !== 'other' ? [t(`kind_${kind}`)] : []),
      ...(dueAt === undefined ? [] : [t('dueOn', { date: format.moment(dueAt) })]),
      ...(assignee === undefined ? [] : [t('forName', { name: assignee.displayName })]),
    ]
    const name = title ?? t(`kind_${kind}`)
    return html`<li class="row between wrap">
      <div class="tight">
        <span class="row wrap">
          <b dir="auto">${name}</b>
          ${priority === 'urgent' ? html`<span class="chip bad">${t('urgent')}</span>` : nothing}
          ${isOverdue ? html`<span class="chip warn">${t('overdue')}</span>` : nothing}
        </span>
        <span class="small muted">${format.list(about)}</span>
      </div>
      ${
        mayEnd
          ? html`<button
              class="btn small"
              type="button"
              aria-label=${t('doneName', { name })}
              aria-disabled=${this.#acting.busy ? 'true' : 'false'}
              @click=${() => void this.#end(task)}
            >
              ${t('done')}
            </button>`
          : nothing
      }
    </li>`
  }

  #referral({ to, question, status, overdue, nextStepDue }: Referral): TemplateResult {
    const t = this.#t
    const due = nextStepDue && t('dueOn', { date: this.#host.format.date(nextStepDue) })
    return html`<li class="tight">
      <span class="row between wrap">
        <b dir="auto">${to}</b>
        <span class="row wrap">
          ${overdue ? html`<span class="chip warn">${t('overdue')}</span>` : nothing}
          <span class="chip ${status === 'declined' ? 'bad' : status === 'closed' ? 'ok' : ''}"
            >${t(`referral_${status}`)}</span
          >
        </span>
      </span>
      ${question ? html`<span class="small" dir="auto">${question}</span>` : nothing}
      ${due ? html`<span class="small muted">${due}</span>` : nothing}
    </li>`
  }

  #plan({ goals, activities, changedAt }: CarePlan): TemplateResult {
    const t = this.#t
    const { format } = this.#host
    return html`<ul class="rows">
        ${goals.map(
          ({ text, status, due }) =>
            html`<li class="row between wrap">
              <span dir="auto"><b>${text}</b></span>
              <span class="row wrap">
                ${due ? html`<span class="small muted">${t('dueOn', { date: format.at('UTC').date(`${due}T12:00:00Z`) })}</span>` : nothing}
                <span class="chip ${status === 'reached' ? 'ok' : status === 'abandoned' ? 'none' : ''}"
                  >${t(`goal_${status}`)}</span
                >
              </span>
            </li>`,
        )}
        ${activities.map(
          ({ text, by, status }) =>
            html`<li class="tight">
              <span dir="auto">${text}</span>
              <span class="small muted">${format.list([t(`by_${by}`), t(`activity_${status}`)])}</span>
            </li>`,
        )}
      </ul>
      ${changedAt ? html`<p class="small muted">${t('changedOn', { date: format.date(changedAt) })}</p>` : nothing}`
  }

  /** @param below - The content below each of the two lists; its argument is the list's name for people. */
  render(
    { tasks, referrals, plan, mayEnd }: FollowUp,
    below: (list: 'tasks' | 'referrals', name: string) => unknown,
  ): unknown {
    const t = this.#t
    const { problem } = this.#acting
    const hasPlan = plan.goals.length + plan.activities.length > 0
    if (tasks.items.length + referrals.items.length === 0 && !hasPlan && !problem)
      return html`<p class="small muted">${t('nothing')}</p>`
    return html`${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      <h4>${t('tasks')}</h4>
      ${
        tasks.items.length === 0
          ? html`<p class="small muted">${t('noTasks')}</p>`
          : html`<ul class="rows">
              ${repeat(
                tasks.items,
                ({ id }) => id,
                (task) => this.#task(task, mayEnd),
              )}
            </ul>`
      }
      ${below('tasks', t('tasks'))}
      ${
        referrals.items.length === 0
          ? nothing
          : html`<h4>${t('referrals')}</h4>
              <ul class="rows">
                ${referrals.items.map((referral) => this.#referral(referral))}
              </ul>
              ${below('referrals', t('referrals'))}`
      }
      ${
        hasPlan
          ? html`<h4>${t('plan')}</h4>
              ${this.#plan(plan)}`
          : nothing
      }`
  }
}
