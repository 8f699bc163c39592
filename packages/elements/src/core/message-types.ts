/** Plural forms by CLDR category. `{count}` selects the form. */
export interface PluralMessage {
  readonly zero?: string
  readonly one?: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

/** A problem in three sentences: what happened, that nothing was lost, what to do. */
export type ProblemMessage = readonly [happened: string, kept: string, next: string]

export type Message = string | PluralMessage | ProblemMessage
export type Messages = Readonly<Record<string, Message>>

/**
 * A text for each member of a closed list of codes of the contract: `as const satisfies Messages & CodeWords<'state', ClaimState>`. A
 * member without a text does not compile.
 */
export type CodeWords<Prefix extends string, Code extends string> = Readonly<Record<`${Prefix}_${Code}`, Message>>

/** Values for placeholders. Numbers are formatted in the reader's language. */
export type MessageValues = Readonly<Record<string, string | number>>

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never

/** The placeholders of a message. */
export type PlaceholderNames<M> = M extends string
  ? Placeholders<M>
  : M extends ProblemMessage
    ? Placeholders<M[number]>
    : M extends PluralMessage
      ? 'count' | Placeholders<Extract<M[keyof M], string>>
      : never

/** Every text of a bundle in another language, with the same keys and placeholders (a test compares them). */
export type Translation<M extends Messages> = {
  readonly [Key in keyof M]: M[Key] extends string
    ? string
    : M[Key] extends ProblemMessage
      ? ProblemMessage
      : PluralMessage
}

/** A bundle: one element's texts in English, and how to load its other languages. */
export interface MessageBundle<M extends Messages = Messages> {
  /** Prefix of the key with which a host page overrides a text: `booking.heading`. */
  readonly name: string
  readonly en: M
  readonly languages: Readonly<Record<string, () => Promise<Messages>>>
  /** English texts that are not needed for the first render, such as problems. Other languages have them in their single file. */
  readonly lazy?: (() => Promise<Messages>) | undefined
}

/**
 * Declares a bundle. The English texts are a constant (`as const satisfies Messages`), which types the translations. Each language is its
 * own file, loaded on demand.
 */
export const defineMessages = <M extends Messages, Later extends Messages = Record<never, never>>(
  name: string,
  en: M,
  languages: Readonly<Record<string, () => Promise<Translation<NoInfer<M & Later>>>>>,
  lazy?: () => Promise<Later>,
): MessageBundle<M> => ({ name, en, languages: languages as MessageBundle<M>['languages'], lazy })

/** A host page's own texts: language, then `<bundle>.<key>`. Can also add a language. */
export type MessageOverrides = Readonly<Record<string, Readonly<Record<string, Message>>>>
