import type { SignInStrength } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { retryDelayMs } from './managed-client.ts'
import type { SessionEndReason } from './provider-events.ts'
import type { providerEn } from './provider.en.ts'
import type { SessionWarning } from './session-clock.ts'
import type * as SessionViews from './session-views.ts'

interface SessionActions {
  readonly signIn: () => void
  readonly signOut: () => void
  readonly staySignedIn: (event: Event) => void
}

export const adoptSheets = (root: HTMLElement | DocumentFragment, ...sheets: CSSStyleSheet[]): void => {
  if (root instanceof ShadowRoot) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets]
}

/** The warning before the session ends and the page after it. Loaded while there is a connection. */
export class SessionScreens {
  readonly #host: VisitElement
  readonly #t: Translate<typeof providerEn>
  readonly #actions: SessionActions
  #views: typeof SessionViews | null = null
  #hasFocusedEnd = false

  constructor(host: VisitElement, t: Translate<typeof providerEn>, actions: SessionActions) {
    this.#host = host
    this.#t = t
    this.#actions = actions
  }

  /** A part that failed is requested again when it is needed. */
  async load(): Promise<void> {
    const again = (): void => void setTimeout(() => this.#host.requestUpdate(), retryDelayMs)
    const views = this.#views ?? (await import('./session-views.ts').catch(again))
    if (!views || this.#views) return
    this.#views = views
    adoptSheets(this.#host.renderRoot, ...views.sessionStyles.flatMap(({ styleSheet }) => styleSheet ?? []))
    this.#host.requestUpdate()
  }

  /** Opens and closes the dialog, and moves the focus once to what replaces the page. */
  updated(ended: SessionEndReason | SignInStrength | null, warning: SessionWarning | null): void {
    if (ended || warning) void this.load()
    const dialog = this.#host.renderRoot.querySelector('dialog')
    // A provider that was just removed renders once more.
    if (warning && dialog?.isConnected && !dialog.open) dialog.showModal()
    if (!warning && dialog?.open) dialog.close()
    if (!ended) this.#hasFocusedEnd = false
    else if (this.#views && !this.#hasFocusedEnd) {
      this.#hasFocusedEnd = true
      void moveFocus(this.#host, '#ended')
    }
  }

  /** What stays above the page: a training that expires. */
  renderNotice(trainingEndsAt: string | null): unknown {
    return trainingEndsAt === null ? undefined : this.#views?.trainingView(this.#host, this.#t, trainingEndsAt)
  }

  render(ended: SessionEndReason | null, needed: SignInStrength | null, warning: SessionWarning | null): unknown {
    const views = this.#views
    if (!views) return undefined
    return [
      ended ? views.endedView(this.#host, this.#t, ended === 'idle', this.#actions.signIn) : undefined,
      needed && !ended ? views.neededView(this.#host, this.#t, needed, this.#actions) : undefined,
      warning ? views.warningView(this.#host, this.#t, warning, this.#actions) : undefined,
    ]
  }
}
