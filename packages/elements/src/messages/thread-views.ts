import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Attachment, Thread, ThreadMessage, ThreadSummary } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { iconDownload, iconNext } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import type { messagesEn } from './messages.en.ts'

export interface ThreadTexts {
  readonly t: Translate<typeof messagesEn>
  readonly format: Formatter
  readonly isStaff: boolean
}

/** The status of a thread, for this reader. */
const statusText = ({ t, isStaff }: ThreadTexts, { status, waitingFor }: ThreadSummary): TemplateResult => {
  if (status === 'closed') return html`<span class="chip none">${t('closed')}</span>`
  if (waitingFor === 'patient')
    return html`<span class="chip ${isStaff ? 'none' : 'ok'}"
      >${t(isStaff ? 'waiting_patientStaff' : 'waiting_patient')}</span
    >`
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
  const { subject, patient, unread, lastMessageAt, assignee, assigneeRole } = thread
  const who = isStaff ? [patient?.displayName ?? '', assignee?.displayName ?? t(`role_${assigneeRole}`)] : []
  return html`<li>
    <button class="pick" type="button" aria-current=${isShown ? 'true' : nothing} @click=${onOpen}>
      <span class="grow tight">
        <span class="row wrap">
          <b dir="auto">${subject}</b>
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

const attachment = ({ t }: ThreadTexts, file: Attachment, url: string | undefined, on: FileActions): TemplateResult => {
  if (url) return html`<img class="picture" src=${url} alt=${t('kind_image')} />`
  return html`<button
    class="btn small"
    type="button"
    @click=${() => (file.kind === 'image' ? on.show(file) : on.save(file))}
  >
    ${iconDownload} ${t(file.kind === 'image' ? 'open' : 'save')}
  </button>`
}

export interface FileActions {
  readonly show: (file: Attachment) => void
  readonly save: (file: Attachment) => void
  /** For images that are shown. */
  readonly urlOf: (attachmentId: string) => string | undefined
}

const message = (words: ThreadTexts, { from, mine, text, attachments, at }: ThreadMessage, files: FileActions) =>
  html`<li class=${mine ? 'text-block mine' : 'text-block'}>
    <p class="small muted num">
      <b dir="auto">${mine ? words.t('you') : from.displayName}</b>${words.format.comma}<time datetime=${at}
        >${words.format.recently(at, new Date().toISOString())}</time
      >
    </p>
    <p class="text" dir="auto">${text}</p>
    ${
      attachments.length === 0
        ? nothing
        : html`<div class="row wrap">
            ${attachments.map((file) => attachment(words, file, files.urlOf(file.id), files))}
          </div>`
    }
  </li>`

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
    <ol class="pad part talk">
      ${repeat(
        messages.toReversed(),
        ({ id }) => id,
        (one) => message(words, one, files),
      )}
    </ol>`
