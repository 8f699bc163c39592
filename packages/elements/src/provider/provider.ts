import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit'
import type { Me, SignInStrength, VisitClient } from '@visitkit/sdk'
import { announceProvider, provideConnection, type VideoOptions, type VisitConnection } from '../core/client-context.ts'
import { emit } from '../core/emit.ts'
import type { MessageOverrides } from '../core/localize.ts'
import { useShortcuts } from '../core/shortcuts.ts'
import { baseStyles } from '../core/styles/base.ts'
import { hasLightDark } from '../core/styles/light-dark.ts'
import { VisitElement } from '../core/visit-element.ts'
import { connectClient } from './connect-client.ts'
import { ManagedClient } from './managed-client.ts'
import type { SessionEndReason } from './provider-events.ts'
import { providerMessages } from './provider.messages.ts'
import { providerStyles } from './provider.styles.ts'
import { SessionClock } from './session-clock.ts'
import { adoptSheets, SessionScreens } from './session-screens.ts'
import type { GetProviderSession } from './session-tokens.ts'
import { ShownWarning } from './shown-warning.ts'

export type { SessionEndReason }

/**
 * Holds the session for every element inside it, follows its time limits, and gives the elements the health system's brand.
 *
 * @slot - The page's own content, with the elements in it.
 * @fires visit-ready - {CustomEvent} There is a client; elements start to load.
 * @fires visit-session-warning - {CustomEvent<{ endsAt: string }>} The session is about to end. Cancel it to show your own dialog.
 * @fires visit-session-ended - {CustomEvent<{ reason: 'idle' | 'signed-out' | 'ended' }>} The session has ended and every element has
 *   cleared its data. Cancel it to show your own page.
 * @fires visit-sign-in-requested - {CustomEvent<{ signIn: 'second-step' | 'hardware-key' | null }>} The person wants to sign in again.
 *   `signIn`: how, when the sign-in of this session is not strong enough. Cancel it to handle that yourself; otherwise `getSession` is
 *   called.
 * @fires visit-shortcuts-changed - {CustomEvent<{ on: boolean }>} The person turned single keys on or off. Keep it, and set `shortcuts`.
 * @csspart dialog - The warning dialog.
 * @csspart ended - The content after the session has ended.
 * @csspart training - The line above the page about a training that expires.
 * @cssproperty --visit-color-accent - Buttons and links; wins over the organization's brand when set on this element.
 */
export class VisitProvider extends VisitElement {
  static override styles = [baseStyles, providerStyles]
  static override properties: PropertyDeclarations = {
    serverUrl: { attribute: 'server-url' },
    getSession: { attribute: false },
    client: { attribute: false, noAccessor: true },
    strings: { attribute: false },
    videoOptions: { attribute: false },
    brand: {},
    shortcuts: {},
    ended: { state: true, attribute: false },
    needed: { state: true, attribute: false },
    trainingEndsAt: { state: true, attribute: false },
  }

  /** The address of the server, without `/v1`. Set together with `getSession`. */
  declare serverUrl: string
  /**
   * Fetches a session from the portal's own back end; returns null when the person is no longer signed in. A new function is used for the
   * next request and does not end the session.
   */
  declare getSession: GetProviderSession | undefined
  /** The page's own texts: `{ en: { 'booking.chooseTime': 'Pick a time' } }`. */
  declare strings: MessageOverrides | undefined
  /** Options of the page for the video drivers. */
  declare videoOptions: VideoOptions | undefined
  /** `none` ignores the organization's colors, for pages that set `--visit-color-*` themselves. */
  declare brand: 'organization' | 'none' | undefined

  /** `off` turns the elements' single keys off (WCAG 2.1.4). The person can do so too: `visit-shortcuts-changed`. */
  declare shortcuts: 'on' | 'off' | undefined

  declare private ended: SessionEndReason | null

  /** Until the person has signed in like this, no element has a client. */
  declare private needed: SignInStrength | null

  /** When an expired training stops the person's access to patients; null: none does. */
  declare private trainingEndsAt: string | null

  readonly #t = this.language.bundle(providerMessages)
  readonly #brandSheet = new CSSStyleSheet()
  #provided: ReturnType<typeof provideConnection> | null = null
  #held: VisitConnection = this.#connect(null)
  #given: VisitClient | null = null
  /** The client of the session, also while the elements have none. */
  #used: VisitClient | null = null
  #own = new ManagedClient(this)
  #clock: SessionClock | null = null
  #stopListening: (() => void) | null = null
  readonly #views = new SessionScreens(this, this.#t, {
    signIn: () => void this.#signIn(),
    signOut: () => void this.signOut(),
    staySignedIn: (event) => this.#warning.answer(event, this.#clock),
  })
  readonly #warning = new ShownWarning(this, this.#t)

  constructor() {
    super()
    this.serverUrl = ''
    this.ended = null
    this.needed = null
    this.trainingEndsAt = null
    if (!hasLightDark)
      void import('../core/styles/follow-scheme.ts').then(
        ({ followSchemeIn }) => followSchemeIn(this),
        () => undefined,
      )
  }

  override get messageOverrides(): MessageOverrides {
    return this.strings ?? super.messageOverrides
  }

  protected override get needsProvider(): boolean {
    return false
  }

  /**
   * The current client; null before the session starts and after it ends. Set a client that the page created, instead of `serverUrl` and
   * `getSession`.
   */
  override get client(): VisitClient | null {
    return this.#held.client
  }

  override set client(client: VisitClient | null) {
    const last = this.#given
    this.#given = client
    // The getter has the client in use: compared with that, a new one would not count as a change.
    this.requestUpdate('client', last, undefined, true, client)
  }

  protected override entered(): void {
    this.#provided = provideConnection(this, () => this.#held)
    if (this.hasUpdated && !this.#held.client) this.#open()
  }

  /** Elements at the new place may still look for a provider. */
  protected override moved(): void {
    announceProvider()
  }

  protected override removed(): void {
    this.#provided?.stop()
    // Its elements release what they hold with its client.
    setTimeout(() => !this.isConnected && this.#close())
  }

  /** The person of the session. Requested once, and shared with every element. Rejects without a session. */
  me(): Promise<Me> {
    return this.#held.me()
  }

  /** Call it after the person has changed, or the patients for whom they act. `me` is then requested again. */
  forgetMe(): void {
    this.#held.forgetMe?.()
  }

  /** Starts again after the person signed in again. Elements read their data again. */
  signInAgain(): void {
    this.#close()
    this.#open()
  }

  /** Ends the session on the server, clears all data in the page, and dispatches the event. */
  async signOut(): Promise<void> {
    const client = this.#used
    // The person may sign in again, with another client, before the server responds.
    const own = this.#own.release()
    this.#end('signed-out')
    await client?.sessions.end().catch(() => undefined) // the server ends it by its own clock if this request fails
    own?.close()
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot()
    adoptSheets(root, this.#brandSheet)
    return root
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    if (changed.has('shortcuts')) useShortcuts(this.shortcuts !== 'off')
    if (changed.has('strings') && this.hasUpdated) {
      this.#held = { ...this.#held, messages: this.messageOverrides }
      this.language.refresh()
      this.#provided?.changed()
    }
    if (this.#startsAgain(changed)) {
      this.#close()
      this.#open()
    }
  }

  /**
   * Whether the change starts another session: another server or client does, another function for `getSession` does not. Pages that
   * re-render set a new one each time. It is used for the next request, and the person's work continues.
   */
  #startsAgain(changed: PropertyValues): boolean {
    if (changed.has('serverUrl') || changed.has('client')) return true
    return changed.has('getSession') && !this.#given && !changed.get('getSession') !== !this.getSession
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    this.#views.updated(this.ended ?? this.needed, this.#warning.now)
  }

  #connect(client: VisitClient | null): VisitConnection {
    return connectClient(client, this.messageOverrides, this.videoOptions ?? {})
  }

  #open(): void {
    this.ended = null
    if (this.#given) this.#use(this.#given)
    else if (this.serverUrl && this.getSession)
      void this.#own.create(
        this.serverUrl,
        async (request) => (await this.getSession?.(request)) ?? null,
        (client) => this.#use(client),
      )
  }

  #use(client: VisitClient): void {
    this.#used = client
    this.#stopListening = client.onSessionEnded(() => {
      this.#end('ended')
      this.#own.close()
    })
    this.#clock = new SessionClock(client, {
      warn: (warning) => this.#warning.show(warning),
      needs: (signIn) => this.#need(signIn),
      trains: (endsAt) => (this.trainingEndsAt = endsAt),
      ended: () => {
        this.#end('idle')
        this.#own.close()
      },
    })
    this.#held = this.#connect(client)
    this.#provided?.changed()
    emit(this, 'visit-ready', {})
    void this.#views.load()
    void this.#clock.read()
    void this.#wearBrand().catch(() => undefined) // the default theme is used until the elements themselves show the problem
  }

  /** A sign-in that is too weak for the person's role: the server shows nothing of patients, and neither does the page. */
  #need(signIn: SignInStrength | null): void {
    if (signIn === this.needed) return
    this.needed = signIn
    this.#held = this.#connect(signIn ? null : this.#used)
    this.#provided?.changed()
    if (!signIn) emit(this, 'visit-ready', {})
  }

  async #wearBrand(): Promise<void> {
    if (this.brand === 'none') return
    const [{ brandRule }, { brand }] = await Promise.all([import('./brand-theme.ts'), this.#held.organization()])
    this.#brandSheet.replaceSync(brandRule(brand.accentColor))
  }

  /** Clears every element first, and then notifies the page. */
  #end(reason: SessionEndReason): void {
    if (this.ended) return
    this.#quiet()
    this.#held = this.#connect(null)
    this.#provided?.changed()
    if (emit(this, 'visit-session-ended', { reason })) this.ended = reason
  }

  #quiet(): void {
    this.#clock?.stop()
    this.#clock = null
    this.#stopListening?.()
    this.#stopListening = null
    this.#warning.clear()
    this.#used = null
    this.needed = null
    this.trainingEndsAt = null
  }

  #close(): void {
    this.#own.stop()
    this.#quiet()
    this.#own.close()
    if (!this.#held.client) return
    this.#held = this.#connect(null)
    this.#provided?.changed()
  }

  #signIn = async (): Promise<void> => {
    const signIn = this.needed
    if (!emit(this, 'visit-sign-in-requested', { signIn })) return
    if (!signIn) return this.signInAgain()
    // Declined or refused: the next read says so, and the page stays as it is.
    await this.#used?.stepUp(signIn).catch(() => this.announce(this.#t('needDeclined')))
    await this.#clock?.read()
  }

  protected override render(): unknown {
    return html`${this.#own.hasLoadFailed ? html`<p class="load-failed" role="status">${this.#t('unreached')}</p>` : nothing}
      ${this.#views.renderNotice(this.trainingEndsAt)}
      <slot ?hidden=${this.ended !== null || this.needed !== null}></slot>
      ${this.#views.render(this.ended, this.needed, this.#warning.now)}`
  }
}
