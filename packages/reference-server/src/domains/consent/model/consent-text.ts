import type { ConsentPurpose, ConsentSection } from './consent-pack.ts'

/** One version of a document in one language. Immutable. */
export interface ConsentText {
  /** Identifies this text only, not the document. */
  readonly id: string
  readonly documentId: string
  readonly purpose: ConsentPurpose
  readonly version: number
  readonly language: string
  readonly title: string
  readonly sections: readonly ConsentSection[]
  readonly contentHash: string
  readonly material: boolean
  /** False for the text in which the version was first written. */
  readonly translated: boolean
  readonly reviewedBy: string | null
  readonly publishedAt: Date
}

/** The newest version of a document, and the newest version that requires new consent. */
export interface DocumentHead {
  readonly documentId: string
  readonly purpose: ConsentPurpose
  readonly version: number
  readonly materialVersion: number
}

/** From the texts of one version: the text in `language`, else in another variety of that language, else the original. */
export const inBestLanguage = (texts: readonly ConsentText[], language: string): ConsentText | undefined => {
  const primary = (tag: string): string => tag.split('-', 1)[0] ?? tag
  return (
    texts.find((text) => text.language === language) ??
    texts.find((text) => text.language === primary(language)) ??
    texts.find((text) => primary(text.language) === primary(language)) ??
    texts.find((text) => !text.translated)
  )
}
