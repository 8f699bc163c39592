import { html, nothing, type TemplateResult } from 'lit'
import { iconRecord, iconStop } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import type { roomRecordingEn } from './room-recording.en.ts'

export type RecordingTranslate = Translate<typeof roomRecordingEn>

/** In the controls: asks to record, or ends it for everyone. On a phone, the end keeps its word. */
export const recordingButton = (
  t: RecordingTranslate,
  shows: 'record' | 'cancel' | 'stop',
  onPress: () => void,
): TemplateResult =>
  html`<button
    class=${shows === 'record' ? 'btn recording-button' : 'btn labeled recording-button'}
    type="button"
    @click=${onPress}
  >
    ${shows === 'record' ? iconRecord : iconStop}<span class="word">${t(shows)}</span>
  </button>`

export interface RecordingNoteView {
  readonly t: RecordingTranslate
  /** Who has not agreed. Empty while the call is recorded. */
  readonly waitingFor: readonly string[]
  /** What is said while no one is waited for: it has ended, failed, or does not reach the server. */
  readonly said: 'ended' | 'failed' | 'sending' | null
  /** The person has put the question away without an answer. */
  readonly onAnswer: (() => void) | null
  readonly problem: unknown
}

/** Over the controls: that nothing is recorded yet and who is waited for, or what is wrong. */
export const recordingNote = (view: RecordingNoteView): TemplateResult => {
  const { t, waitingFor, onAnswer } = view
  const names = waitingFor.join(', ')
  const text =
    waitingFor.length > 0
      ? `${t('notYet')} ${t(waitingFor.length === 1 ? 'waits' : 'waitsForAll', { names })}`
      : view.said
        ? t(view.said)
        : ''
  return html`${view.problem}
    <div class=${text ? 'recording-note' : ''} role="status">
      ${text ? html`<span>${text}</span>` : nothing}
      ${onAnswer ? html`<button class="btn small" type="button" @click=${onAnswer}>${t('answer')}</button>` : nothing}
    </div>`
}

export interface RecordingQuestionView {
  readonly t: RecordingTranslate
  /** Who asks. */
  readonly name: string
  readonly needsConsent: boolean
  readonly busy: boolean
  readonly problem: unknown
  readonly onAnswer: (agrees: boolean) => void
  /** Put away without an answer: nothing is recorded, and the question can be opened again. */
  readonly onClose: () => void
}

/** Asks a person whether the call may be recorded. */
export const recordingQuestion = (view: RecordingQuestionView): TemplateResult => {
  const { t, busy } = view
  const answer = (agrees: boolean, label: string): TemplateResult =>
    html`<button
      class="btn"
      type="button"
      aria-disabled=${busy ? 'true' : nothing}
      @click=${() => view.onAnswer(agrees)}
    >
      ${label}
    </button>`
  // The focus is on the heading: it may come while the person types, and no key of theirs may agree.
  return html`<dialog class="recording-question" aria-labelledby="recording-question" @close=${view.onClose}>
    <div class="body pad stack">
      <h2 id="recording-question" tabindex="-1" autofocus>${t('asks', { name: view.name })}</h2>
      <p>${t('asksText')} ${t('asksStop')}</p>
      ${view.needsConsent ? html`<p>${t('asksConsent')}</p>` : nothing} ${view.problem}
    </div>
    <div class="foot row wrap">${answer(true, t('agree'))} ${answer(false, t('refuse'))}</div>
  </dialog>`
}
