import { html, nothing, type TemplateResult } from 'lit'
import type { Thread } from '@visitkit/sdk'
import type { FileActions } from '../files/file-buttons.ts'
import { conversation, threadName, type ThreadTexts } from './thread-views.ts'

/** What a member can do with a thread: take it over, close it, or reopen it. */
export type ThreadChange = { readonly status: 'open' | 'closed' } | 'take'

interface ThreadCardView {
  readonly thread: Thread
  readonly level: number
  readonly problem: TemplateResult | null
  readonly composer: TemplateResult
  readonly files: FileActions
  readonly onOlder: () => void
  readonly onChange: (change: ThreadChange) => void
}

/** For members the assignee, for patients the topic. */
const about = (
  { t, format, isStaff }: ThreadTexts,
  { patient, assignee, assigneeRole, topic, lastMessageAt }: Thread,
): string =>
  isStaff
    ? format.list([
        patient?.displayName ?? '',
        assignee ? t('taken', { name: assignee.displayName }) : t('forRole', { role: t(`role_${assigneeRole}`) }),
      ])
    : topic === 'visit'
      ? format.date(lastMessageAt)
      : t(`topic_${topic}`)

const staffActions = (
  { t }: ThreadTexts,
  { assignee, status }: Thread,
  onChange: ThreadCardView['onChange'],
): TemplateResult => {
  const closed = status === 'closed'
  return html`<div class="row wrap">
    ${
      assignee || closed
        ? nothing
        : html`<button class="btn" type="button" @click=${() => onChange('take')}>${t('takeOver')}</button>`
    }
    <button class="btn" type="button" @click=${() => onChange({ status: closed ? 'open' : 'closed' })}>
      ${t(closed ? 'reopen' : 'close')}
    </button>
  </div>`
}

/** One thread: its subject, its messages, and the composer. */
export const threadCard = (words: ThreadTexts, view: ThreadCardView): TemplateResult => {
  const { thread, level, problem, composer, files, onOlder, onChange } = view
  return html`<section class="card" aria-labelledby="heading">
    <div class="pad row between wrap">
      <div class="tight">
        <h3 id="heading" part="heading" tabindex="-1" dir="auto" aria-level=${level}>${threadName(words, thread)}</h3>
        <p class="small muted">${about(words, thread)}</p>
      </div>
      ${words.isStaff ? staffActions(words, thread, onChange) : nothing}
    </div>
    ${problem ? html`<div class="pad">${problem}</div>` : nothing} ${conversation(words, thread, files, onOlder)}
    ${composer}
  </section>`
}
