import type { Consent, ConsentDocument, ConsentEvidence } from '@visitkit/sdk'
import { escapeHtml as safe, pageToKeep, type PageLanguage } from './page-to-keep.ts'

/** Words of the page, in the reader's language. */
export interface ConsentCopyWords {
  readonly intro: string
  /** What was decided and when. */
  readonly decision: string
  /** The name that was signed; empty if there is none. */
  readonly signed: string
  readonly proof: string
  readonly proofText: string
  readonly hash: string
  readonly statement: string
  readonly signature: string
  readonly key: string
}

const style =
  'body{font:12pt/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#111}h1{font-size:1.4rem}h2{font-size:1.1rem;break-after:avoid}.text{white-space:pre-wrap}dd{margin:0 0 .75rem;overflow-wrap:anywhere;font-family:ui-monospace,monospace;font-size:.85em;unicode-bidi:isolate}'

/**
 * The copy for the signer, as one page to keep (15 USC 7001(e)): the exact text of the version and language that was decided on, and the
 * signed statement with what is needed to verify it without this system.
 */
export const consentCopy = (
  { contentHash }: Pick<Consent, 'contentHash'>,
  { title, language, sections }: ConsentDocument,
  { statement, signature, publicKey }: ConsentEvidence,
  words: ConsentCopyWords,
  page: PageLanguage,
): string => {
  const section = ({ heading, text }: ConsentDocument['sections'][number]): string =>
    `<h2>${safe(heading)}</h2><p class="text">${safe(text)}</p>`
  const proof = [
    [words.hash, contentHash],
    [words.statement, statement],
    [words.signature, signature],
    [words.key, publicKey],
  ] as const
  return pageToKeep(page, {
    title,
    style,
    body: `<p>${safe(words.intro)}</p><div lang="${safe(language)}" dir="auto"><h1>${safe(title)}</h1>${sections.map(section).join('')}</div><p><b>${safe(words.decision)}</b><br>${safe(words.signed)}</p><h2>${safe(words.proof)}</h2><p>${safe(words.proofText)}</p><dl>${proof.map(([name, value]) => `<dt>${safe(name)}</dt><dd dir="ltr">${safe(value)}</dd>`).join('')}</dl>`,
  })
}
