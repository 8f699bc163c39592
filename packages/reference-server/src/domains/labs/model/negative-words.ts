/** What a laboratory writes as the usual outcome of a test that finds something or not, folded. */
const negativeWords: ReadonlySet<string> = new Set([
  ...['negative', 'neg', 'nonreactive', 'notreactive', 'notdetected', 'nonedetected', 'nondetected', 'undetected'],
  ...['absent', 'none', 'noneseen', 'notseen', 'nogrowth', 'notpresent', 'normal'],
  ...['negativo', 'negativa', 'noreactivo', 'noreactiva', 'nodetectado', 'nodetectada', 'ausente'],
])
/** A remark in place of a value: it says neither. */
const remark =
  /^(?:see|pending|comment|cancel|tnp|qns|unable|insufficient|notperformed|notdone|nottested|pendiente|ver)/

const fold = (words: string): string =>
  words
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s\-–_.]+/g, '')

/**
 * How a value in words compares with a range in words: `Reactive` differs from `Non-reactive`. Certain only if it is the word of the range, or
 * the range is a known negative word and the value another word. `Negative for X`, a remark and a number are not compared.
 */
export const compareWords = (value: string, range: string): 'within' | 'differs' | 'not-compared' => {
  const [said, usual] = [fold(value), fold(range)]
  if (said === usual) return 'within'
  if (!negativeWords.has(usual)) return 'not-compared'
  if (negativeWords.has(said)) return 'within'
  const isQualified = negativeWords.values().some((word) => said.startsWith(word))
  return isQualified || remark.test(said) || /\d/.test(said) || !/\p{L}/u.test(said) ? 'not-compared' : 'differs'
}
