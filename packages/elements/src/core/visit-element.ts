import { LitElement, type CSSResultGroup, type PropertyDeclarations, type PropertyValues } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { requestConnection, type VisitConnection } from './client-context.ts'
import { coverOffer } from './cover-offer.ts'
import type { CoverView } from './cover-view.ts'
import { coreMessages } from './core.messages.ts'
import { Formatter } from './format.ts'
import type { Problem } from './problem.ts'
import { Language, type MessageOverrides } from './localize.ts'
import { baseStyles } from './styles/base.ts'
import { VERSION } from './version.ts'

const NO_OVERRIDES: MessageOverrides = {}

/**
 * What every element is: it finds its provider, speaks the page's language, keeps to its theme, starts work once it has a client,
 * and forgets everything when the session ends.
 *
 * A subclass says what it loads in `start`, what it must forget in `wipe`, and draws in `render`.
 */
export abstract class VisitElement extends LitElement {
  static readonly visitkitVersion: string = VERSION
  static override styles: CSSResultGroup = baseStyles
  static override properties: PropertyDeclarations = {
    theme: { reflect: true },
    headingLevel: { type: Number, attribute: 'heading-level' },
    zone: {},
  }
  /** Properties whose change calls `start` again. */
  static restartOn: readonly string[] = []

  /** `auto` follows the system, `light` and `dark` insist; left out, the element keeps to the page's own `color-scheme`. */
  declare theme: 'auto' | 'light' | 'dark' | undefined
  /** Level of the element's heading within the page's outline, 1 to 5. */
  declare headingLevel: number
  /** The person's IANA time zone; the browser's own when left out. */
  declare zone: string | undefined

  /** Nearest `lang`, texts and direction. */
  readonly language: Language = new Language(this)
  /** Texts that every element shares. */
  readonly core = this.language.bundle(coreMessages)

  #connection: VisitConnection | null = null
  #client: VisitClient | null = null
  #disconnect: (() => void) | null = null
  #life: AbortController | null = null
  #due = false
  #alone: ReturnType<typeof setTimeout> | undefined
  #announcer: HTMLElement | null = null

  constructor() {
    super()
    this.headingLevel = 2
  }

  /** The client of the provider above; null before the session starts and after it ends. */
  protected get client(): VisitClient | null {
    return this.#client
  }

  /** What the provider above hands out; null outside of one. */
  protected get connection(): VisitConnection | null {
    return this.#connection
  }

  /** False for elements that stand on their own. */
  protected get needsProvider(): boolean {
    return true
  }

  /** The host page's own words. */
  get messageOverrides(): MessageOverrides {
    return this.#connection?.messages ?? NO_OVERRIDES
  }

  /** Dates and times in the person's language and zone. */
  get format(): Formatter {
    const region = this.#connection?.known?.organization?.region
    return new Formatter(this.language.localeIn(region), this.zone || undefined)
  }

  /**
   * Called before drawing, once there is a client, and again when one of `restartOn` changes or the element comes back.
   * @param signal aborted when the element leaves the page, starts again or the session ends. Hand it to `client.watch`.
   */
  protected start?(client: VisitClient, signal: AbortSignal): void

  /** Runs `start` once more, e.g. for "Try again". */
  startAgain(): void {
    this.#due = true
    this.requestUpdate()
  }

  /** Forget everything that came from the server. Called when the session ends. */
  protected wipe(): void {}

  /** Says something to screen readers, politely, without moving the focus. */
  announce(text: string): void {
    if (this.#announcer) this.#announcer.textContent = text
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#disconnect = requestConnection(this, (connection) => {
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
    })
    this.#due = true
    this.requestUpdate()
    // For the developer of the page; a person sees the skeleton.
    this.#alone = setTimeout(() => {
      if (!this.#connection && this.needsProvider)
        console.warn(`Visitkit: <${this.localName}> found no <visit-provider> above it, so it has nothing to show.`)
    }, 5000)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#disconnect?.()
    this.#life?.abort()
    clearTimeout(this.#alone)
  }

  /** The number at which patients reach the clinic, once it is known; none for those who are known as its members. */
  get clinicPhone(): string | undefined {
    const { me, organization } = this.#connection?.known ?? {}
    return me?.kind === 'member' ? undefined : organization?.contact.phone
  }

  /** The step by which a colleague takes cover, where a refusal names practitioners who can be covered. */
  coverStep(problem: Problem, again?: () => void): CoverView | undefined {
    return this.#connection ? coverOffer(this, this.#connection, problem, again) : undefined
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot()
    // The live region stands there from the start: screen readers only hear changes of what they already know.
    this.#announcer = Object.assign(document.createElement('div'), { className: 'visually-hidden' })
    this.#announcer.setAttribute('role', 'status')
    root.append(this.#announcer)
    this.renderOptions.renderBefore = this.#announcer
    return root
  }

  /** The first drawing waits for the language, so that nobody sees a flash of English. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated && this.language.ready) await this.language.ready
    await super.scheduleUpdate()
  }

  protected override willUpdate(changed: PropertyValues): void {
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
    // Headings stand where the page's outline puts the element. One that says its own level keeps it.
    for (const heading of this.renderRoot.querySelectorAll('h2, h3, h4')) {
      if (!heading.hasAttribute('aria-level')) {
        heading.setAttribute('aria-level', String(this.headingLevel + Number(heading.localName[1]) - 2))
      }
    }
  }
}
