import { html, nothing, type TemplateResult } from 'lit'
import type { Thread, ThreadSummary } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { iconNext } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import { talk } from '../core/talk.ts'
import { fileButtons, type FileActions, type FilesTranslate } from '../files/file-buttons.ts'
import type { messagesEn } from './messages.en.ts'

export interface ThreadTexts {
  readonly t: Translate<typeof messagesEn>
  readonly files: FilesTranslate
  readonly format: Formatter
  readonly isStaff: boolean
}

/** What a thread is called: that of a visit has no subject of its own. */
export const threadName = ({ t }: Pick<ThreadTexts, 't'>, { subject, topic }: ThreadSummary): string =>
  topic === 'visit' ? t('topic_visit') : subject

/** The status of a thread, for this reader. Nothing if no one has to answer. */
const statusText = (
  { t, isStaff }: ThreadTexts,
  { status, waitingFor }: ThreadSummary,
): TemplateResult | typeof nothing => {
  if (status === 'closed') return html`<span class="chip none">${t('closed')}</span>`
  if (waitingFor === 'patient')
    return html`<span class="chip ${isStaff ? 'none' : 'ok'}"
      >${t(isStaff ? 'waiting_patientStaff' : 'waiting_patient')}</span
    >`
  if (waitingFor === 'none') return nothing
  return html`<span class="chip ${isStaff ? 'warn' : 'none'}">${t('waiting_care-team')}</span>`
}

/** One line of the list. */
export const threadRow = (
  words: ThreadTexts,
  thread: ThreadSummary,
  isShown: boolean,
  onOpen: () => void,
): TemplateResult => {
  const { t, format, isStaff } = words
  const { patient, unread, lastMessageAt, assignee, assigneeRole } = thread
  const who = isStaff ? [patient?.displayName ?? '', assignee?.displayName ?? t(`role_${assigneeRole}`)] : []
  return html`<li>
    <button class="pick" type="button" aria-current=${isShown ? 'true' : nothing} @click=${onOpen}>
      <span class="grow tight">
        <span class="row wrap">
          <b dir="auto">${threadName(words, thread)}</b>
          ${unread > 0 ? html`<span class="chip warn">${t('unread', { count: unread })}</span>` : nothing}
        </span>
        <span class="small muted num"
          >${format.list([...who.filter(Boolean), format.recently(lastMessageAt, new Date().toISOString())])}</span
        >
        <span>${statusText(words, thread)}</span>
      </span>
      ${iconNext}
    </button>
  </li>`
}

/** The conversation, oldest first: the newest message is at the end, next to the composer. */
export const conversation = (
  words: ThreadTexts,
  { messages, nextCursor }: Thread,
  files: FileActions,
  onOlder: () => void,
) =>
  html`${
    nextCursor
      ? html`<div class="pad part">
          <button class="btn wide" type="button" @click=${onOlder}>${words.t('older')}</button>
        </div>`
      : nothing
  }
  ${talk(messages, {
    you: words.t('you'),
    format: words.format,
    className: 'pad part',
    below: ({ attachments }) => fileButtons(words.files, attachments, files),
  })}`
