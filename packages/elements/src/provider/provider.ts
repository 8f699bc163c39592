import { css, html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit'
import type { GetSession, Me, Organization, SessionTokens, TokenAnswer, VisitClient } from '@visitkit/sdk'
import { provideConnection, type VideoOptions, type VisitConnection } from '../core/client-context.ts'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import type { MessageOverrides } from '../core/localize.ts'
import { baseStyles } from '../core/styles/base.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { dialogStyles } from '../core/styles/dialog.ts'
import { VisitElement } from '../core/visit-element.ts'
import { brandTheme } from './brand-theme.ts'
import { sessionTokens } from './session-tokens.ts'
import { providerMessages } from './provider.messages.ts'
import { SessionClock, type SessionWarning } from './session-clock.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-ready': CustomEvent<Record<string, never>>
    'visit-session-warning': CustomEvent<{ endsAt: string }>
    'visit-session-ended': CustomEvent<{ because: SessionEnd }>
    'visit-sign-in-wanted': CustomEvent<Record<string, never>>
  }
}

export type SessionEnd = 'idle' | 'signed-out' | 'ended'

/** `getSession` of a page may hand on the answer of `POST /v1/token` as it is (RFC 6749, snake case). */
export type GetProviderSession = (request: Parameters<GetSession>[0]) => Promise<SessionTokens | TokenAnswer | null>

/**
 * Holds the session for every element inside it, watches its clock, and gives the elements the health system's brand.
 *
 * @slot - The page's own content, with the elements in it.
 * @fires visit-ready - {CustomEvent} There is a client; elements start to load.
 * @fires visit-session-warning - {CustomEvent<{ endsAt: string }>} The session is about to end. Cancel it to show your own dialog.
 * @fires visit-session-ended - {CustomEvent<{ because: 'idle' | 'signed-out' | 'ended' }>} The session has ended and every element has forgotten what it held. Cancel it to show your own page.
 * @fires visit-sign-in-wanted - {CustomEvent} The person asked to sign in again. Cancel it to take over; otherwise `getSession` is called.
 * @csspart dialog - The dialog that warns.
 * @csspart ended - What is shown once the session has ended.
 * @cssproperty --visit-color-accent - Buttons and links; wins over the organization's brand when set on this element.
 */
export class VisitProvider extends VisitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    cardStyles,
    dialogStyles,
    css`
      :host {
        container-type: normal;
        background: none;
      }
      .ended {
        max-inline-size: 560px;
        margin-inline: auto;
      }
    `,
  ]
  static override properties: PropertyDeclarations = {
    serverUrl: { attribute: 'server-url' },
    getSession: { attribute: false },
    client: { attribute: false, noAccessor: true },
    strings: { attribute: false },
    videoOptions: { attribute: false },
    brand: {},
    warning: { state: true, attribute: false },
    ended: { state: true, attribute: false },
    extending: { state: true, attribute: false },
  }

  /** Where the server is, without `/v1`. Together with `getSession`. */
  declare serverUrl: string
  /** Fetches a session from the portal's own back end; answers null when nobody is signed in. */
  declare getSession: GetProviderSession | undefined
  /** The page's own words: `{ en: { 'booking.chooseTime': 'Pick a time' } }`. */
  declare strings: MessageOverrides | undefined
  /** What video drivers need to know of the page. */
  declare videoOptions: VideoOptions | undefined
  /** `none` leaves the organization's colours out, for pages that set `--visit-color-*` themselves. */
  declare brand: 'organization' | 'none' | undefined

  declare private warning: SessionWarning | null
  declare private ended: SessionEnd | null
  declare private extending: boolean

  readonly #t = this.language.bundle(providerMessages)
  readonly #brandSheet = new CSSStyleSheet()
  #provided: ReturnType<typeof provideConnection> | null = null
  #held: VisitConnection = this.#connect(null)
  #given: VisitClient | null = null
  #made: VisitClient | null = null
  #clock: SessionClock | null = null
  #stopListening: (() => void) | null = null
  #tick: ReturnType<typeof setInterval> | undefined
  /** End of the session whose warning the person has read and put away. */
  #putAway: number | null = null

  constructor() {
    super()
    this.serverUrl = ''
    this.warning = null
    this.ended = null
    this.extending = false
  }

  override get messageOverrides(): MessageOverrides {
    return this.strings ?? super.messageOverrides
  }

  protected override get needsProvider(): boolean {
    return false
  }

  /** The client in use; null before the session starts and after it ends. Set one that the page made, instead of `serverUrl` and `getSession`. */
  override get client(): VisitClient | null {
    return this.#held.client
  }

  override set client(client: VisitClient | null) {
    const last = this.#given
    this.#given = client
    this.requestUpdate('client', last)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#provided = provideConnection(this, () => this.#held)
    if (this.hasUpdated) this.#open()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#close()
    this.#provided?.stop()
  }

  /** Starts again, after the person signed in again. Elements read their data anew. */
  signInAgain(): void {
    this.#close()
    this.#open()
  }

  /** Ends the session on the server, forgets everything in the page, and says so. */
  async signOut(): Promise<void> {
    const client = this.#held.client
    this.#end('signed-out')
    await client?.sessions.end().catch(() => undefined) // the server ends it by its own clock if this does not arrive
    this.#drop()
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot()
    if (root instanceof ShadowRoot) root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#brandSheet]
    return root
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    if (changed.has('strings') && this.hasUpdated) {
      this.#held = { ...this.#held, messages: this.messageOverrides }
      this.language.refresh()
      this.#provided?.changed()
    }
    if (['serverUrl', 'getSession', 'client'].some((name) => changed.has(name))) {
      this.#close()
      this.#open()
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const dialog = this.renderRoot.querySelector('dialog')
    if (this.warning && dialog && !dialog.open) dialog.showModal()
    if (!this.warning && dialog?.open) dialog.close()
    if (changed.has('ended') && this.ended) void moveFocus(this, '#ended')
  }

  #connect(client: VisitClient | null): VisitConnection {
    const once = <T>(work: (client: VisitClient) => Promise<T>): (() => Promise<T>) => {
      let answer: Promise<T> | undefined
      return () => {
        if (!client) return Promise.reject(new Error('There is no session.'))
        answer ??= work(client).catch((error: unknown) => {
          answer = undefined
          throw error
        })
        return answer
      }
    }
    return {
      client,
      messages: this.messageOverrides,
      me: once<Me>((current) => current.me.get()),
      videoOptions: this.videoOptions ?? {},
      organization: once<Organization>((current) => current.organization.get()),
    }
  }

  #open(): void {
    this.ended = null
    if (this.#given) this.#use(this.#given)
    else if (this.serverUrl && this.getSession) void this.#make(this.serverUrl, this.getSession)
  }

  async #make(baseUrl: string, getSession: GetProviderSession): Promise<void> {
    const { createClient } = await import('@visitkit/sdk')
    if (!this.isConnected || baseUrl !== this.serverUrl || getSession !== this.getSession) return
    this.#made = createClient({ baseUrl, getSession: async (request) => sessionTokens(await getSession(request)) })
    this.#use(this.#made)
  }

  #use(client: VisitClient): void {
    this.#stopListening = client.onSessionEnded(() => {
      this.#end('ended')
      this.#drop()
    })
    this.#clock = new SessionClock(client, {
      warn: (warning) => this.#warn(warning),
      over: () => {
        this.#end('idle')
        this.#drop()
      },
    })
    this.#held = this.#connect(client)
    this.#provided?.changed()
    emit(this, 'visit-ready', {})
    void this.#clock.read()
    this.#held.organization().then(
      ({ brand }) => this.#wear(brand.accentColor),
      () => undefined, // the default theme stands until the elements themselves say what is wrong
    )
  }

  #wear(accentColor: string): void {
    if (this.brand === 'none') return
    const theme = brandTheme(accentColor)
    if (!theme) {
      console.warn(`Visitkit: the brand colour "${accentColor}" is not a colour like #0a6b70. The default theme stays.`)
      return
    }
    if (theme.adjustedTo) {
      console.warn(
        `Visitkit: text on the brand colour ${accentColor} would have less contrast than 4.5:1 (WCAG 2.2, 1.4.3). ` +
          `${theme.adjustedTo} is used instead.`,
      )
    }
    const rules = Object.entries(theme.properties).map(([name, value]) => `${name}: ${value};`)
    this.#brandSheet.replaceSync(`:host { ${rules.join(' ')} }`)
  }

  #warn(warning: SessionWarning | null): void {
    clearInterval(this.#tick)
    if (warning && !this.warning) {
      if (!emit(this, 'visit-session-warning', { endsAt: new Date(warning.endsAt).toISOString() })) return
    }
    this.warning = warning?.endsAt === this.#putAway ? null : warning
    if (this.warning) this.#tick = setInterval(() => this.requestUpdate(), 1000)
  }

  async #extend(): Promise<void> {
    this.extending = true
    try {
      await this.#clock?.extend()
      this.announce(this.#t('extended'))
    } catch {
      this.announce(this.#t('notExtended'))
    } finally {
      this.extending = false
    }
  }

  /** Every element forgets first; then the page is told. */
  #end(because: SessionEnd): void {
    if (this.ended) return
    this.#quiet()
    this.#held = this.#connect(null)
    this.#provided?.changed()
    if (emit(this, 'visit-session-ended', { because })) this.ended = because
  }

  #quiet(): void {
    this.#clock?.stop()
    this.#clock = null
    this.#stopListening?.()
    this.#stopListening = null
    clearInterval(this.#tick)
    this.warning = null
  }

  /** Closes the client that was made here; one that was handed in belongs to the page. */
  #drop(): void {
    this.#made?.close()
    this.#made = null
  }

  #close(): void {
    this.#quiet()
    this.#drop()
    if (!this.#held.client) return
    this.#held = this.#connect(null)
    this.#provided?.changed()
  }

  #signIn = (): void => {
    if (emit(this, 'visit-sign-in-wanted', {})) this.signInAgain()
  }

  /** Escape and "Go on" put the warning away; for an idle one that is a sign of life. */
  #onCancel = (event: Event): void => {
    event.preventDefault()
    if (this.warning?.kind === 'idle') return void this.#extend()
    this.#putAway = this.warning?.endsAt ?? null
    this.#warn(null)
  }

  protected override render(): unknown {
    return html`<slot ?hidden=${this.ended !== null}></slot> ${this.ended ? this.#endedView(this.ended) : nothing}
      ${this.warning ? this.#warningView(this.warning) : nothing}`
  }

  #endedView(because: SessionEnd): unknown {
    return html`<section class="ended card pad stack" part="ended" aria-labelledby="ended">
      <h2 id="ended" tabindex="-1" aria-level=${this.headingLevel}>${this.#t('endedTitle')}</h2>
      <p>${this.#t(because === 'idle' ? 'endedIdle' : 'endedOther')}</p>
      <div><button class="btn primary" type="button" @click=${this.#signIn}>${this.#t('signInAgain')}</button></div>
    </section>`
  }

  #warningView({ kind, endsAt }: SessionWarning): unknown {
    const seconds = Math.max(0, (endsAt - Date.now()) / 1000)
    const time = html`<b class="num" role="timer">${this.format.countdown(seconds)}</b>`
    const idle = kind === 'idle'
    return html`<dialog part="dialog" aria-labelledby="warning" aria-describedby="why" @cancel=${this.#onCancel}>
      <div class="pad stack">
        <h2 id="warning" aria-level=${this.headingLevel}>${this.#t(idle ? 'stillHere' : 'endsSoon')}</h2>
        <p id="why">${this.#t.rich(idle ? 'idleWhy' : 'absoluteWhy', { time })}</p>
        <p class="unseen" role="status">${this.#t('minutesLeft', { count: Math.max(1, Math.ceil(seconds / 60)) })}</p>
      </div>
      <div class="foot row wrap">
        ${
          idle
            ? html`<button
                class="btn primary"
                type="button"
                autofocus
                aria-disabled=${this.extending ? 'true' : nothing}
                @click=${() => this.#extend()}
              >
                ${this.#t('stay')}
              </button>`
            : html`<button class="btn primary" type="button" autofocus @click=${this.#onCancel}>
                ${this.#t('goOn')}
              </button>`
        }
        <button class="btn" type="button" @click=${() => this.signOut()}>${this.#t('signOut')}</button>
      </div>
    </dialog>`
  }
}
