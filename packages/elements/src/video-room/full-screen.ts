import { html, nothing, type ReactiveController, type TemplateResult } from 'lit'
import { iconFullScreen, iconFullScreenEnd } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { duringCallEn } from './during-call.en.ts'

/** The stage on the whole screen. Phones of Apple cannot: there is no button. */
export class FullScreen implements ReactiveController {
  readonly #host: VisitElement
  readonly #changed = (): void => this.#host.requestUpdate()

  constructor(host: VisitElement) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    document.addEventListener('fullscreenchange', this.#changed)
  }

  hostDisconnected(): void {
    document.removeEventListener('fullscreenchange', this.#changed)
  }

  get #isOn(): boolean {
    const { renderRoot } = this.#host
    return renderRoot instanceof ShadowRoot && renderRoot.fullscreenElement !== null
  }

  #toggle = (): void => {
    const work = this.#isOn
      ? document.exitFullscreen()
      : this.#host.renderRoot.querySelector('.stage')?.requestFullscreen()
    // The page may forbid it.
    work?.catch(() => undefined)
  }

  button(t: Translate<typeof duringCallEn>): TemplateResult | typeof nothing {
    if (!document.fullscreenEnabled) return nothing
    const isOn = this.#isOn
    return html`<button class="btn" type="button" @click=${this.#toggle}>
      ${isOn ? iconFullScreenEnd : iconFullScreen}<span class="word">${t(isOn ? 'fullScreenEnd' : 'fullScreen')}</span>
    </button>`
  }
}
