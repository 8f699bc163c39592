const fewest = 32
const fewestDifferent = 10

/** What lists of leaked secrets have most, what a keyboard has in a row, and what examples have. In lower case, the longest first. */
const knownWords = [
  'qwertyuiop',
  'asdfghjkl',
  'changeme',
  'password',
  'passw0rd',
  'p@ssw0rd',
  'visitkit',
  'football',
  'baseball',
  'sunshine',
  'princess',
  'iloveyou',
  'trustno1',
  'default',
  'example',
  'letmein',
  'welcome',
  'zxcvbnm',
  'dragon',
  'monkey',
  'qwerty',
  'secret',
  'shadow',
  'abc123',
  'admin',
  'login',
  'token',
]

const without = (text: string, words: readonly string[]): string =>
  words.reduce((rest, word) => (word === '' ? rest : rest.replaceAll(word.toLowerCase(), '')), text.toLowerCase())

/** Leaves out what continues the character before it: the same, the next, or the previous one. */
const withoutRuns = (text: string): string =>
  Array.from(text)
    .filter(
      (each, at, all) => at === 0 || Math.abs((each.codePointAt(0) ?? 0) - (all[at - 1]?.codePointAt(0) ?? 0)) > 1,
    )
    .join('')

/**
 * Why a secret that a person chose for a program is not taken; null if it is. There is no rule of composition (NIST SP 800-63B-4, 3.1.1.2):
 * only a short secret, and one that consists of known words, of the client's own names, of runs or of repetitions, is refused.
 */
export const faultOfSecret = (secret: string, ownNames: readonly string[]): string | null => {
  if (secret.length < fewest) return `A client secret needs at least ${fewest} characters.`
  const rest = withoutRuns(without(secret, [...ownNames, ...knownWords]))
  return new Set(rest).size < fewestDifferent
    ? 'This client secret is easy to guess: it consists of known words, of the client’s name or of repetitions. Leave it out, and a random one is generated.'
    : null
}
