import type { CoreProblem } from './core-problem.ts'
import type { CoverHost } from './cover-view.ts'
import type { ProblemMessage } from './message-types.ts'
import type { Problem } from './problem.ts'
import { reportWithoutWords } from './report-without-words.ts'
import { sameToPeople } from './same-to-people.ts'

/** For codes of a server that is newer than this page. */
const BY_STATUS: Readonly<Record<number, CoreProblem>> = {
  401: 'session_ended',
  403: 'forbidden',
  404: 'not_found',
  429: 'too_many',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
}

/** An element's own texts, used first for `problem_<code>`. */
export interface ProblemTexts {
  raw(key: string): unknown
}

const NOT_LOADED: ProblemMessage = ['', '', '']

const isSame = (code: string): code is keyof typeof sameToPeople => Object.hasOwn(sameToPeople, code)

/** The element whose texts are used. */
export type ProblemHost = Pick<CoverHost, 'language' | 'localName'>

/**
 * The three sentences for a problem by its code: from the current part, else from the element, else the shared ones. Empty while the exact
 * texts are loading; for a request without a response it does not wait. For a code of a newer server the status selects the text.
 */
export const problemText = (host: ProblemHost, { code, status }: Problem, texts?: ProblemTexts): ProblemMessage => {
  const wordsOf = (word: string): ProblemMessage | undefined =>
    (texts?.raw(`problem_${word}`) ?? host.language.find(`problem_${word}`)) as ProblemMessage | undefined
  const known = wordsOf(code) ?? (isSame(code) ? wordsOf(sameToPeople[code]) : undefined)
  if (known) return known
  if (status > 0 && host.language.isIncomplete) return NOT_LOADED
  if (!isSame(code) && host.language.hasAllTexts) reportWithoutWords(`${host.localName}.problem`)
  return wordsOf(BY_STATUS[status] ?? 'unknown') ?? wordsOf('unknown') ?? NOT_LOADED
}
