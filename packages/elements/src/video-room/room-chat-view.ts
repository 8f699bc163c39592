import { html, nothing, type TemplateResult } from 'lit'
import type { Thread, ThreadMessage } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { iconClose, iconMessage } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import { talk } from '../core/talk.ts'
import type { roomChatEn } from './room-chat.en.ts'

export interface ChatButtonView {
  readonly t: Translate<typeof roomChatEn>
  readonly isOpen: boolean
  readonly unread: number
  readonly onToggle: () => void
}

/** Opens and closes the messages, and has the number of those that are not read. */
export const chatButton = ({ t, isOpen, unread, onToggle }: ChatButtonView): TemplateResult =>
  html`<button
    class="btn chat-button ${isOpen ? 'off' : ''}"
    type="button"
    aria-expanded=${isOpen ? 'true' : 'false'}
    aria-label=${unread > 0 ? t('openUnread', { count: unread }) : nothing}
    @click=${onToggle}
  >
    ${iconMessage}<span class="word">${t('open')}</span>${
      unread > 0 ? html`<span class="chat-count num" aria-hidden="true">${unread}</span>` : nothing
    }
  </button>`

export interface ChatView {
  readonly t: Translate<typeof roomChatEn>
  readonly format: Formatter
  readonly isStaff: boolean
  /** Undefined before the first message. */
  readonly thread: Thread | undefined
  readonly isLoading: boolean
  /** Why the messages could not be read, or the message not sent. */
  readonly problem: unknown
  readonly text: string
  readonly isSending: boolean
  readonly isMissing: boolean
  /** Of what was written before this page, and was not sent. */
  readonly restored: { readonly hadFiles: boolean } | null
  /** Adds files to the message. */
  readonly files: unknown
  /** Below the text of a message. */
  readonly filesOf: (message: ThreadMessage) => unknown
  /** On a computer. A phone has its own key for a new line. */
  readonly sendsWithEnter: boolean
  readonly onText: (text: string) => void
  readonly onSend: () => void
  readonly onOlder: () => void
  readonly onClose: () => void
}

const composer = (view: ChatView): TemplateResult => {
  const { t, isSending, isMissing, sendsWithEnter, onSend, onText } = view
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !sendsWithEnter) return
    event.preventDefault()
    onSend()
  }
  const described = [isMissing ? 'chat-error' : '', sendsWithEnter ? 'chat-hint' : ''].filter(Boolean).join(' ')
  return html`<form
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault()
      onSend()
    }}
  >
    ${
      view.restored
        ? html`<p class="small muted" role="status">${t(view.restored.hadFiles ? 'restoredFiles' : 'restored')}</p>`
        : nothing
    }
    <div class="field">
      <label for="chat-text">${t('text')}</label>
      ${isMissing ? html`<p class="error" id="chat-error" role="alert">${t('textMissing')}</p>` : nothing}
      <textarea
        id="chat-text"
        rows="2"
        maxlength="8000"
        dir="auto"
        ?readonly=${isSending}
        aria-invalid=${isMissing ? 'true' : nothing}
        aria-describedby=${described || nothing}
        .value=${view.text}
        @keydown=${keys}
        @input=${(event: Event) => onText((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
    ${view.files} ${view.problem}
    <div class="row between wrap">
      <button class="btn primary" aria-disabled=${isSending ? 'true' : nothing}>
        ${t(isSending ? 'sending' : 'send')}
      </button>
      ${sendsWithEnter ? html`<p class="hint" id="chat-hint">${t('enterHint')}</p>` : nothing}
    </div>
  </form>`
}

/** The messages of a room and where one writes the next. Escape closes them. */
export const chatView = (view: ChatView): TemplateResult => {
  const { t, format, isStaff, thread, isLoading, onOlder, onClose } = view
  return html`<section
    class="chat"
    aria-labelledby="chat-heading"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose()
    }}
  >
    <div class="row between">
      <h2 id="chat-heading">${t('open')}</h2>
      <button class="btn quiet small" type="button" aria-label=${t('close')} @click=${onClose}>${iconClose}</button>
    </div>
    <div class="lines stack" tabindex="0" role="group" aria-labelledby="chat-heading">
      <p class="small muted">${t(isStaff ? 'keptStaff' : 'kept')}</p>
      ${isLoading ? html`<p class="small muted" role="status">${t('loading')}</p>` : nothing}
      ${
        thread?.nextCursor
          ? html`<div><button class="btn small" type="button" @click=${onOlder}>${t('older')}</button></div>`
          : nothing
      }
      ${thread ? talk(thread.messages, { you: t('you'), format, below: view.filesOf }) : nothing}
    </div>
    ${composer(view)}
  </section>`
}
