/** Plural forms by CLDR category; `{count}` decides. */
export interface PluralMessage {
  readonly zero?: string
  readonly one?: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

/** An error in three sentences: what happened, that nothing was lost, what to do. */
export type ProblemMessage = readonly [happened: string, kept: string, next: string]

export type Message = string | PluralMessage | ProblemMessage
export type Messages = Readonly<Record<string, Message>>

/**
 * A text for each member of a closed list of codes of the contract: `as const satisfies Messages & CodeWords<'state', ClaimState>`. A
 * member without a text does not compile.
 */
export type CodeWords<Prefix extends string, Code extends string> = Readonly<Record<`${Prefix}_${Code}`, Message>>

/** Values that may stand in a text. Numbers are written in the reader's own way. */
export type MessageValues = Readonly<Record<string, string | number>>

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never

/** The names that a message needs. */
export type PlaceholderNames<M> = M extends string
  ? Placeholders<M>
  : M extends ProblemMessage
    ? Placeholders<M[number]>
    : M extends PluralMessage
      ? 'count' | Placeholders<Extract<M[keyof M], string>>
      : never

/** Every text of a bundle in another language: same keys, same placeholders (a test compares them). */
export type Translation<M extends Messages> = {
  readonly [Key in keyof M]: M[Key] extends string
    ? string
    : M[Key] extends ProblemMessage
      ? ProblemMessage
      : PluralMessage
}

/** A bundle: one element's texts in English, and where its other languages are. */
export interface MessageBundle<M extends Messages = Messages> {
  /** First part of the key with which a host page overrides a text: `booking.heading`. */
  readonly name: string
  readonly en: M
  readonly languages: Readonly<Record<string, () => Promise<Messages>>>
  /** English texts that nobody reads in the first minute: of refusals. Languages have them in their one file. */
  readonly lazy?: (() => Promise<Messages>) | undefined
}

/**
 * Declares a bundle. The English texts are a constant of their own (`as const satisfies Messages`), so that translations can be
 * typed by it; each language is a file of its own, loaded when it is needed.
 */
export const defineMessages = <M extends Messages, Later extends Messages = Record<never, never>>(
  name: string,
  en: M,
  languages: Readonly<Record<string, () => Promise<Translation<NoInfer<M & Later>>>>>,
  lazy?: () => Promise<Later>,
): MessageBundle<M> => ({ name, en, languages: languages as MessageBundle<M>['languages'], lazy })

/** A host page's own words: language, then `<bundle>.<key>`. A language of its own may be added this way too. */
export type MessageOverrides = Readonly<Record<string, Readonly<Record<string, Message>>>>
