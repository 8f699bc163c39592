import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { coreEn } from './core.en.ts'
import type { Formatter } from './format.ts'
import { intl } from './intl.ts'
import { lazyTexts } from './lazy-texts.ts'
import type {
  Message,
  MessageBundle,
  MessageOverrides,
  Messages,
  MessageValues,
  PlaceholderNames,
  PluralMessage,
} from './message-types.ts'
import { reportWithoutWords } from './report-without-words.ts'
import { watchLanguage } from './watch-language.ts'

export type { MessageOverrides } from './message-types.ts'

type LocalizedHost = ReactiveControllerHost &
  HTMLElement & {
    readonly messageOverrides: MessageOverrides
    readonly format: Formatter
    readonly core: Translate<typeof coreEn>
  }

/**
 * Finds texts by typed key and fills in their placeholders. A key may end in a code of the contract, ``t(`state_${claim.state}`)``: each
 * member must have a text, or this does not compile. For a member that only a newer server has, a neutral text is shown.
 */
export interface Translate<M extends Messages> {
  <Key extends keyof M & string>(
    key: Key,
    ...values: [PlaceholderNames<M[Key]>] extends [never]
      ? []
      : [values: Readonly<Record<PlaceholderNames<M[Key]>, string | number>>]
  ): string
  /** Like the call, with templates as values: `${t.rich('wait', { time: html`<b>…</b>` })}`. */
  rich<Key extends keyof M & string>(
    key: Key,
    values: Readonly<Record<PlaceholderNames<M[Key]>, unknown>>,
  ): readonly unknown[]
  /** The unformatted text of the bundle. */
  raw(key: string): Message | undefined
}

const RIGHT_TO_LEFT = /^(ar|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/

/** A value such as “9:30 p.m.” ends the sentence too. */
const endsWithStop = (value: unknown): boolean => typeof value === 'string' && value.endsWith('.')

/** The language of one element: the nearest `lang` above it if there are texts for it, else English. */
export class Language implements ReactiveController {
  #host: LocalizedHost
  #bundles = new Set<MessageBundle>()
  #texts = new Map<MessageBundle, Messages>()
  #loading: Promise<void> | null = null
  #stop: (() => void) | null = null
  #refreshes = 0
  #requestedLanguage = ''
  #overrides: MessageOverrides | undefined
  /** Whether the lazy English texts were requested since the element was connected. */
  #wantsLater = true

  /** BCP 47 tag of the texts, as set by the page. */
  tag = 'en'
  /** Another number after each change of texts that were shown. */
  revision = 0

  constructor(host: LocalizedHost) {
    this.#host = host
    host.addController(this)
  }

  /**
   * BCP 47 tag for `Intl`. A language without a region takes the region of the health system, so that numbers, money and times have the
   * same format in every language.
   * @param region - The organization's region, which begins with its country, e.g. `us-east`.
   */
  localeIn(region = ''): string {
    const namesOne = /-([A-Z]{2}|\d{3})(-|$)/.test(this.tag)
    return namesOne ? this.tag : `${this.tag}-${/^[a-z]{2}(?=-)/i.exec(region)?.[0] ?? 'US'}`
  }

  get direction(): 'ltr' | 'rtl' {
    return RIGHT_TO_LEFT.test(this.tag) ? 'rtl' : 'ltr'
  }

  /** Pending while the texts of the language are loading. */
  get ready(): Promise<void> | null {
    return this.#loading
  }

  /** Pending while texts of problems are loading, so that no other text shows first. */
  get isIncomplete(): boolean {
    return [...this.#bundles].some((bundle) => !this.#texts.has(bundle) && lazyTexts.isLoading(bundle))
  }

  /** Whether every text is loaded; offline, those of problems may be missing. */
  get hasAllTexts(): boolean {
    return [...this.#bundles].every((bundle) => this.#texts.has(bundle) || !bundle.lazy || lazyTexts.of(bundle))
  }

  hostConnected(): void {
    this.#wantsLater = true
    this.#stop = watchLanguage(this.#host, () => this.refresh())
    this.refresh()
  }

  /** Loads lazy texts after the first render, while there is a connection. */
  hostUpdated(): void {
    if (!this.#wantsLater || this.#loading) return
    this.#wantsLater = false
    for (const bundle of this.#bundles) {
      if (!this.#texts.has(bundle)) void lazyTexts.fetch(bundle)?.then(() => this.#host.requestUpdate())
    }
  }

  hostDisconnected(): void {
    this.#stop?.()
  }

  /** Determines the language again, after a change of `lang` or of the host page's texts. */
  refresh(): void {
    // Texts of an earlier refresh that arrive late would lack those of a part that was added since, or be in the language before.
    const refresh = (this.#refreshes += 1)
    const isLatest = (): boolean => refresh === this.#refreshes
    this.#loading = null
    this.#requestedLanguage = nearestLanguage(this.#host)
    const base = this.#requestedLanguage.split('-')[0] ?? ''
    const overrides = this.#host.messageOverrides
    const known = base === 'en' || overrides[base] || [...this.#bundles].some((bundle) => base in bundle.languages)
    if (!known) {
      this.#use('en', new Map())
      return
    }
    const requested = this.#requestedLanguage
    const missing = [...this.#bundles].filter((bundle) => base in bundle.languages)
    if (missing.length === 0) {
      this.#use(requested, new Map())
      return
    }
    const loading = Promise.all(missing.map(async (bundle) => [bundle, await bundle.languages[base]?.()] as const))
      .then(
        (loaded) => isLatest() && this.#use(requested, new Map(loaded as [MessageBundle, Messages][])),
        () => isLatest() && this.#use('en', new Map()), // offline: English is used instead
      )
      .then(() => {
        if (this.#loading === loading) this.#loading = null
      })
    this.#loading = loading
  }

  /** The text with that key in any bundle of the element; the core bundle is last. */
  find(key: string): Message | undefined {
    for (const bundle of [...this.#bundles].toReversed()) {
      const found = this.#raw(bundle, key)
      if (found !== undefined) return found
    }
    return undefined
  }

  #raw(bundle: MessageBundle, key: string): Message | undefined {
    const override = this.#host.messageOverrides[this.tag.split('-')[0] ?? '']?.[`${bundle.name}.${key}`]
    return override ?? this.#texts.get(bundle)?.[key] ?? bundle.en[key] ?? lazyTexts.of(bundle)?.[key]
  }

  bundle<M extends Messages>(bundle: MessageBundle<M>): Translate<M> {
    this.#bundles.add(bundle)
    const template = (key: string): Message | undefined => this.#raw(bundle, key)
    const text = (key: string, values?: Readonly<Record<string, unknown>>): string => {
      const message = template(key)
      if (message === undefined) return this.#withoutWords(bundle.name, key)
      if (typeof message === 'string') return message
      return 'other' in message ? this.#plural(message, Number(values?.['count'])) : message.join(' ')
    }
    const fill = (key: string, values: Readonly<Record<string, unknown>> = {}): unknown[] =>
      text(key, values)
        .split(/\{(\w+)\}/)
        .map((part, index, parts) => {
          if (index % 2) return this.#written(values[part])
          return endsWithStop(values[parts[index - 1] ?? '']) ? part.replace(/^\.(?!\.)/, '') : part
        })
    return Object.assign((key: string, values?: MessageValues) => fill(key, values).join(''), {
      rich: fill,
      raw: template,
    }) as unknown as Translate<M>
  }

  /** By the types, a text can be missing for one reason only: a newer server sent a code that this page does not know. */
  #withoutWords(bundle: string, key: string): string {
    reportWithoutWords(`${bundle}.${key.split('_')[0]}`)
    return this.#host.core('newer')
  }

  /**
   * Formats numbers for the reader's language. Isolates names in another script, so that they do not change the direction of a sentence.
   */
  #written(value: unknown): unknown {
    if (typeof value === 'number') return this.#host.format.number(value)
    return typeof value === 'string' && this.direction === 'rtl' ? `\u2068${value}\u2069` : value
  }

  #plural(message: PluralMessage, count: number): string {
    return message[intl(Intl.PluralRules, this.tag).select(count)] ?? message.other
  }

  #use(tag: string, texts: Map<MessageBundle, Messages>): void {
    const { messageOverrides } = this.#host
    // The English texts of one more part leave the others as they are.
    if (tag !== this.tag || texts.size > 0 || messageOverrides !== this.#overrides) this.revision += 1
    this.#overrides = messageOverrides
    this.tag = tag
    this.#texts = texts
    this.#wantsLater = true
    this.#host.requestUpdate()
  }
}

/** The `lang` of the nearest ancestor, across shadow roots; English when the page sets none. */
const nearestLanguage = (element: HTMLElement): string => {
  let node: Node | null = element
  while (node) {
    if (node instanceof Element) {
      const lang = node.getAttribute('lang')
      if (lang) return canonical(lang)
    }
    const slot: HTMLSlotElement | null = node instanceof Element ? node.assignedSlot : null
    // An element of ours marks its shadow tree with its own language, later than the page changes: what is slotted follows the page.
    const isOurs: boolean =
      slot !== null && 'visitkitVersion' in ((slot.getRootNode() as ShadowRoot).host?.constructor ?? {})
    node = (!isOurs && slot) || (node instanceof ShadowRoot ? node.host : node.parentNode)
  }
  return 'en'
}

const canonical = (lang: string): string => {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
