import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { iconCaptions } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import type { captionsEn } from './captions.en.ts'

type CaptionsTranslate = Translate<typeof captionsEn>

export interface CaptionsButtonView {
  readonly t: CaptionsTranslate
  readonly isShown: boolean
  readonly onToggle: () => void
}

export const captionsButton = ({ t, isShown, onToggle }: CaptionsButtonView): TemplateResult =>
  html`<button
    class="btn captions-button ${isShown ? 'off' : ''}"
    type="button"
    aria-pressed=${isShown ? 'true' : 'false'}
    aria-keyshortcuts="c"
    @click=${onToggle}
  >
    ${iconCaptions}<span class="word">${t('captions')}</span>
  </button>`

export interface ShownLine {
  readonly key: string
  /** Who said it; empty where the captioner does not name them. */
  readonly name: string
  readonly text: string
  readonly isFinal: boolean
}

export interface CaptionsView {
  readonly t: CaptionsTranslate
  /** Oldest first. */
  readonly lines: readonly ShownLine[]
  /** Who types; empty after they have left. */
  readonly captioner: string
  readonly isHeardByMachine: boolean
  /** Starts or ends the captions of the vendor; null for those who may not. */
  readonly onMachine: (() => void) | null
  readonly isLarge: boolean
  readonly isRead: boolean
  readonly onLarge: () => void
  readonly onRead: () => void
}

/** For everyone who is heard. */
export const machineNote = (t: CaptionsTranslate): TemplateResult =>
  html`<p class="machine-note"><b>${t('machineOn')}</b> ${t('machineHears')}</p>`

const line = ({ name, text }: ShownLine): TemplateResult =>
  html`<p dir="auto">${name ? html`<b>${name}:</b> ` : nothing}${text}</p>`

const toggle = (word: string, isOn: boolean, onToggle: () => void): TemplateResult =>
  html`<button
    class="btn small ${isOn ? 'off' : ''}"
    type="button"
    aria-pressed=${isOn ? 'true' : 'false'}
    @click=${onToggle}
  >
    ${word}
  </button>`

/**
 * The captions over the controls. A line that is still typed changes with each letter: it is outside the live region, which has complete
 * lines only.
 */
export const captionsView = (view: CaptionsView): TemplateResult => {
  const { t, lines, captioner } = view
  const complete = lines.filter(({ isFinal }) => isFinal)
  const typed = lines.filter(({ isFinal }) => !isFinal)
  return html`<div class="captions ${view.isLarge ? 'large' : ''}" role="group" aria-label=${t('captions')}>
    <div class="caption-lines" tabindex="0" role="group" aria-label=${t('lines')}>
      ${lines.length === 0 && !captioner && !view.isHeardByMachine ? html`<p>${t('none')}</p>` : nothing}
      ${lines.length === 0 && captioner ? html`<p>${t('empty', { name: captioner })}</p>` : nothing}
      <div class="caption-log" role="log" aria-live=${view.isRead ? 'polite' : 'off'}>
        ${repeat(complete, ({ key }) => key, line)}
      </div>
      <div aria-hidden="true">${repeat(typed, ({ key }) => key, line)}</div>
    </div>
    <div class="row wrap">
      ${
        view.onMachine
          ? html`<button class="btn small machine-captions" type="button" @click=${view.onMachine}>
              ${t(view.isHeardByMachine ? 'machineStop' : 'machineStart')}
            </button>`
          : nothing
      }
      ${toggle(t('large'), view.isLarge, view.onLarge)} ${toggle(t('read'), view.isRead, view.onRead)}
    </div>
  </div>`
}
