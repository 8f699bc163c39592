/** Words that claim an effect on another person, or later. */
const claims = new RegExp(
  `\\b(?:${[
    // Later.
    '(?<!I )will|from then on|as soon as|at once|right away|at any time|in a moment|by (?:itself|themselves)',
    'until (?:you|they|then|the|a|\\{)',
    'appears? (?:here|when|as)|(?:shown|listed|be) here|ends now|(?:be booked|take place) again',
    '(?:page|call|(?<!if the )visit) goes on|page then shows|keep trying|tried again|deleted after|lose your place|you get it',
    '(?:is|are) held for you|held for (?:you for|longer)|(?:you keep|they keep|keeps) (?:your|their|the|this|its) (?:place|time)|kept for you',
    'you can (?:now |still )?(?:change|cancel|end|check in (?:from|\\{))|to stop|to get texts|replaces your',
    // Another person.
    '(?:has|have|been|be|is|are|was|were) (?:told|notified)|(?:(?:is|are|was) asked|being asked|been asked for)(?! to agree)',
    '(?:has|have) (?:seen|taken this on)|(?:tell|telling) the clinic|clinic decides|is offered to|team is on it|can call you|see it(?: or|,) change it',
    'can(?:not)?(?: now| no longer)? read|reads (?:it|them|this|that|the answers|your answers)|can no longer|(?:patients|others) can (?:now )?book',
    'sees (?:it|at once|that|what|only)|patients see|see only what|only you see|can take you',
    '(?:no one|nobody|no payer)(?: else)? (?:can|reads|sees|fills|hears)',
    '(?:on (?:its|the|their) way)|(?<!nothing )(?:has been|is|are) sent(?! before)|signed out there',
    'gets? (?:a|the) (?:message|mail|text)|(?<!should )we (?:call|hold|send|ask|write|tell|use only)|play a sound',
    '(?:is|are) yours|task is yours|in their inbox|bill says|on the patient’s bill|(?:and show it|show it to)|write to the patient',
    '(?:is|are) recorded|kept (?:on record|with the visit)|covers for you|save, and (?:ask|cancel)|reply STOP',
  ].join('|')})\\b`,
  'i',
)

/** The test that proves a sentence: it is said here, and its effect is seen there. */
interface Test {
  readonly file: string
  readonly title: string
}
/**
 * How a sentence is true: by a journey of several people in their own browsers, which reads it with `readPromise`, in both languages and at
 * both sizes; or by another test, where `why` says what a second browser cannot show. `none` says why it promises nothing.
 */
export type Proof = (Test | (Test & { readonly why: string }) | { readonly none: string }) & {
  /** The sentences that it is about. Needed for a text in which not exactly one sentence is found to claim something. */
  readonly claims?: readonly string[]
}

export interface Sentences {
  /** The file of the texts, e.g. `intake`. */
  readonly name: string
  readonly texts: Readonly<Record<string, unknown>>
  readonly proofs: Readonly<Record<string, Proof>>
}

const textsOf = (text: unknown): readonly string[] =>
  typeof text === 'string' ? [text] : text instanceof Object ? Object.values(text).flatMap(textsOf) : []

/** Whether a text says that another person learns or gets something, or that something happens later. */
const isClaim = (text: unknown): boolean => textsOf(text).some((sentence) => claims.test(sentence))

const isPlural = (text: object): text is { readonly other: string } => 'other' in text

/** Sentences of a text, each once. Of plural forms, those of the general one. */
const sentencesOf = (text: unknown): readonly string[] => {
  if (text instanceof Object)
    return isPlural(text) ? sentencesOf(text.other) : [...new Set(Object.values(text).flatMap(sentencesOf))]
  return typeof text === 'string' ? text.split(/(?<=[.?!]”?)\s+|\n+/).filter(Boolean) : []
}

/** A proof is about sentences, so that one that is added to its text later needs a proof too. */
const faultOfClaims = (text: unknown, listed: readonly string[] | undefined): string | undefined => {
  const sentences = sentencesOf(text)
  const made = sentences.filter(isClaim)
  if (listed === undefined)
    return made.length === 1
      ? undefined
      : `${made.length} of its sentences are found to claim something. List those that are proven in "claims".`
  const unproven = made.find((sentence) => !listed.includes(sentence))
  if (unproven !== undefined) return `a sentence is not among its "claims": "${unproven}"`
  const gone = listed.find((sentence) => !sentences.includes(sentence))
  return gone === undefined ? undefined : `there is no such sentence: "${gone}"`
}

const faultOfJourney = (sentence: string, source: string, file: string): string | undefined => {
  if (!/^tests\/[\w-]+-journey\.test\.ts$/.test(file))
    return `${file} is no journey. Say why a second browser cannot show it.`
  const reads = new RegExp(String.raw`\breadPromise\([\w\s.,]+'${sentence}'`)
  return reads.test(source) ? undefined : `${file} does not read '${sentence}' with readPromise.`
}

const faultOf = (
  sentence: string,
  text: unknown,
  proof: Proof,
  readTest: (file: string) => string | null,
): string | undefined => {
  if (text === undefined) return 'there is a proof, but no such text.'
  const faultOfSentences = faultOfClaims(text, proof.claims)
  if ('none' in proof) return isClaim(text) ? faultOfSentences : 'this needs no entry: it claims nothing.'
  if (faultOfSentences !== undefined) return faultOfSentences
  const source = readTest(proof.file)
  if (source === null) return `there is no ${proof.file}.`
  if (!source.includes(proof.title)) return `${proof.file} has no test "${proof.title}".`
  return 'why' in proof ? undefined : faultOfJourney(sentence, source, proof.file)
}

/**
 * Sentences without a proof, proofs without a sentence, and proofs that are none. `readTest` returns the text of a test file, or null if
 * there is none.
 */
export const promiseFaults = (
  { name, texts, proofs }: Sentences,
  readTest: (file: string) => string | null,
): readonly string[] => [
  ...Object.entries(texts)
    .filter(([key, text]) => proofs[key] === undefined && isClaim(text))
    .map(([key, text]) => `${name}.${key} claims an effect without a test: "${textsOf(text).join(' ')}"`),
  ...Object.entries(proofs).flatMap(([key, proof]) => {
    const fault = faultOf(`${name}.${key}`, texts[key], proof, readTest)
    return fault === undefined ? [] : [`${name}.${key}: ${fault}`]
  }),
]
