import { LitElement, type CSSResultGroup, type PropertyDeclarations, type PropertyValues } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { requestConnection, type VisitConnection } from './client-context.ts'
import { coverOffer } from './cover-offer.ts'
import type { CoverView } from './cover-view.ts'
import { coreMessages } from './core.messages.ts'
import { dayKey, Formatter } from './format.ts'
import type { Problem } from './problem.ts'
import { Language, type MessageOverrides } from './localize.ts'
import { baseStyles } from './styles/base.ts'
import { VERSION } from './version.ts'

/** Long enough for a screen reader to finish what it says, and begin this. */
const READ_OUT_MS = 10_000

const NO_OVERRIDES: MessageOverrides = {}

/**
 * The base class of every element: it finds its provider, uses the page's language and theme, starts when it has a client, and clears all
 * data when the session ends.
 *
 * A subclass loads data in `start`, clears it in `wipe`, and renders it in `render`.
 */
export abstract class VisitElement extends LitElement {
  static readonly visitkitVersion: string = VERSION
  static override styles: CSSResultGroup = baseStyles
  static override properties: PropertyDeclarations = {
    theme: { reflect: true },
    headingLevel: { type: Number, attribute: 'heading-level' },
    zone: {},
  }
  /** Properties after whose change `start` is called again. */
  static restartOn: readonly string[] = []

  /** `auto` follows the system; `light` and `dark` are fixed. Default: the page's own `color-scheme`. */
  declare theme: 'auto' | 'light' | 'dark' | undefined
  /** Level of the element's heading in the page's outline, 1 to 5. */
  declare headingLevel: number
  /** The person's IANA time zone. Default: the browser's. */
  declare zone: string | undefined

  /** Nearest `lang`, texts and direction. */
  readonly language: Language = new Language(this)
  /** Texts that every element shares. */
  readonly core = this.language.bundle(coreMessages)

  #connection: VisitConnection | null = null
  #client: VisitClient | null = null
  /** Of one update: a list asks for it with each row, and each asks the browser for its zone. */
  #format: Formatter | undefined
  /** Of the last update, with what it depended on. */
  #kept: { readonly of: string; readonly format: Formatter } | undefined
  #disconnect: (() => void) | null = null
  /** In a page. Still so during a move to another place of it. */
  #isIn = false
  #life: AbortController | null = null
  #due = false
  #alone: ReturnType<typeof setTimeout> | undefined
  #announcer: HTMLElement | null = null
  #read: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.headingLevel = 2
  }

  /** The provider's client; null before the session starts and after it ends. */
  protected get client(): VisitClient | null {
    return this.#client
  }

  /** The provider's connection; null without a provider. */
  protected get connection(): VisitConnection | null {
    return this.#connection
  }

  /** False for elements that work without a provider. */
  protected get needsProvider(): boolean {
    return true
  }

  /** The host page's own texts. */
  get messageOverrides(): MessageOverrides {
    return this.#connection?.messages ?? NO_OVERRIDES
  }

  /**
   * Dates and times in the person's language and zone. It is the same object until the texts, the zone, the heading level or the day is
   * another: a row of a long list is rendered again then.
   */
  get format(): Formatter {
    return (this.#format ??= this.#formatNow())
  }

  #formatNow(): Formatter {
    const { language, headingLevel } = this
    const region = this.#connection?.known?.organization?.region
    const format = new Formatter(language.localeIn(region), this.zone || undefined)
    const { tag, zone } = format
    const of = [tag, zone, dayKey(new Date().toISOString(), zone), language.revision, headingLevel].join()
    if (of !== this.#kept?.of) this.#kept = { of, format }
    return this.#kept.format
  }

  /**
   * Called before rendering when there is a client, and again when one of `restartOn` changes or the element is reconnected.
   * @param signal - Aborted when the element is disconnected, starts again or the session ends. Pass it to `client.watch`.
   */
  protected start?(client: VisitClient, signal: AbortSignal): void

  /** Runs `start` again, e.g. for "Try again". */
  startAgain(): void {
    this.#due = true
    this.requestUpdate()
  }

  /** Clears all data that came from the server. Called when the session ends. */
  protected wipe(): void {}

  /**
   * Announces a text politely to screen readers, without moving the focus. It is removed when it has been read out: a person who comes to
   * it later would take it for the present.
   */
  announce(text: string): void {
    clearTimeout(this.#read)
    // No one is there for what ends after the element was removed.
    if (!this.#announcer || (text && !this.#isIn)) return
    this.#announcer.textContent = text
    if (text) this.#read = setTimeout(() => this.announce(''), READ_OUT_MS)
  }

  /** Called when the element comes into a page, not when it is moved in it. */
  protected entered(): void {}

  /** Called when the element has left its page: release what it holds. A move in the page is none. */
  protected removed(): void {}

  /** Called after a move to another place of the page. */
  protected moved(): void {}

  override connectedCallback(): void {
    if (this.#isIn) return this.#move()
    this.#isIn = true
    super.connectedCallback()
    this.#askForConnection()
    this.#due = true
    this.requestUpdate()
    // For the developer of the page; a person sees the skeleton.
    this.#alone = setTimeout(() => {
      if (!this.#connection && this.needsProvider)
        console.warn(`Visitkit: <${this.localName}> found no <visit-provider> above it, so it has nothing to show.`)
    }, 5000)
    this.entered()
  }

  /** A move disconnects an element and connects it again at once. It keeps its state, its call and its connection. */
  override disconnectedCallback(): void {
    queueMicrotask(() => {
      if (!this.isConnected && this.#isIn) this.#remove()
    })
  }

  #remove(): void {
    this.#isIn = false
    super.disconnectedCallback()
    this.#disconnect?.()
    this.#life?.abort()
    clearTimeout(this.#alone)
    this.announce('')
    this.removed()
  }

  /** Another place may have another language, and another provider. */
  #move(): void {
    this.language.hostDisconnected()
    this.language.hostConnected()
    this.#disconnect?.()
    if (!this.#askForConnection() && this.#connection) this.#use({ ...this.#connection, client: null })
    this.moved()
  }

  /** Returns whether a provider has responded. */
  #askForConnection(): boolean {
    let hasProvider = false
    this.#disconnect = requestConnection(this, (connection) => {
      hasProvider = true
      this.#use(connection)
    })
    return hasProvider
  }

  #use(connection: VisitConnection): void {
    const messagesChanged = connection.messages !== this.messageOverrides
    this.#connection = connection
    if (messagesChanged) this.language.refresh()
    if (connection.client === this.#client) return
    const sessionEnded = this.#client !== null && connection.client === null
    this.#client = connection.client
    this.#life?.abort()
    this.#due = true
    if (sessionEnded) this.wipe()
    this.requestUpdate()
  }

  /** The telephone number of the clinic for patients, after it has loaded; none for members. */
  get clinicPhone(): string | undefined {
    const { me, organization } = this.#connection?.known ?? {}
    return me?.kind === 'member' ? undefined : organization?.contact.phone
  }

  /** Where visits in person take place, after it has loaded. */
  get clinicPlace(): string | undefined {
    return this.#connection?.known?.organization?.contact.address?.join(', ')
  }

  /** The step with which a colleague takes cover, for a refusal that names practitioners who can be covered. */
  coverStep(problem: Problem, again?: () => void): CoverView | undefined {
    return this.#connection ? coverOffer(this, this.#connection, problem, again) : undefined
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot()
    // The live region exists from the start: screen readers announce only changes of a region that they know.
    this.#announcer = Object.assign(document.createElement('div'), { className: 'visually-hidden' })
    this.#announcer.setAttribute('role', 'status')
    root.append(this.#announcer)
    this.renderOptions.renderBefore = this.#announcer
    return root
  }

  /** The first render waits for the language, so that English does not show first. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated && this.language.ready) await this.language.ready
    await super.scheduleUpdate()
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#format = undefined
    const { restartOn } = this.constructor as typeof VisitElement
    if (this.hasUpdated && restartOn.some((name) => changed.has(name))) this.#due = true
    if (!this.#due || !this.#client || !this.isConnected) return
    this.#due = false
    this.#life?.abort()
    this.#life = new AbortController()
    this.start?.(this.#client, this.#life.signal)
  }

  protected override updated(_changed: PropertyValues): void {
    const { tag, direction } = this.language
    for (const child of this.renderRoot.children) {
      if (child.getAttribute('lang') !== tag) child.setAttribute('lang', tag)
      if (child.getAttribute('dir') !== direction) child.setAttribute('dir', direction)
    }
    // Heading levels follow `headingLevel`. A heading with its own level keeps it.
    for (const heading of this.renderRoot.querySelectorAll(':is(h2, h3, h4):not([aria-level])'))
      heading.setAttribute('aria-level', String(this.headingLevel + Number(heading.localName[1]) - 2))
  }
}
