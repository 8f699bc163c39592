/** Words that claim an effect on another person, or later. */
const claims =
  /\b(been told|be told|tell the clinic|telling the clinic|has seen|have seen|can read|reads? (?:it|them|this|that)|will (?:read|see|call|answer|get|be)|by itself|is yours now|has taken this on)\b/i

/** The test that proves a sentence: says it here, sees it there. */
export interface Proof {
  readonly file: string
  readonly title: string
}

export interface Sentences {
  /** The folder of the element, e.g. `intake`. */
  readonly element: string
  /** English texts by key; a text can have several sentences or plural forms. */
  readonly texts: Readonly<Record<string, unknown>>
  readonly proofs: Readonly<Record<string, Proof>>
}

const sentencesOf = (text: unknown): readonly string[] =>
  typeof text === 'string' ? [text] : text instanceof Object ? Object.values(text).flatMap(sentencesOf) : []

/**
 * Sentences without a proof, proofs without a sentence, and proofs whose test does not exist. `readTest` returns the text of a test file,
 * or null if there is none.
 */
export const promiseFaults = (
  { element, texts, proofs }: Sentences,
  readTest: (file: string) => string | null,
): readonly string[] => {
  const claimed = Object.entries(texts).filter(([, text]) =>
    sentencesOf(text).some((sentence) => claims.test(sentence)),
  )
  return [
    ...claimed
      .filter(([key]) => proofs[key] === undefined)
      .map(([key, text]) => `${element}.${key} claims an effect without a test: "${sentencesOf(text).join(' ')}"`),
    ...Object.entries(proofs).flatMap(([key, { file, title }]) => {
      if (texts[key] === undefined) return [`${element}.${key} has a test, but there is no such text.`]
      const source = readTest(file)
      if (source === null) return [`${element}.${key}: there is no ${file}.`]
      return source.includes(title) ? [] : [`${element}.${key}: ${file} has no test "${title}".`]
    }),
  ]
}
