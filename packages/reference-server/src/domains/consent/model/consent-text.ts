import type { ConsentPurpose, ConsentSection } from './consent-pack.ts'

/** One version of a document in one language. Never changes. */
export interface ConsentText {
  /** Of this text alone. */
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

/** Where a document stands: its newest version, and the newest that asks everyone again. */
export interface DocumentHead {
  readonly documentId: string
  readonly purpose: ConsentPurpose
  readonly version: number
  readonly materialVersion: number
}

/** Of the texts of one version: the one in `language`, else in a variety of it, else the original. */
export const inBestLanguage = (texts: readonly ConsentText[], language: string): ConsentText | undefined => {
  const primary = (tag: string): string => tag.split('-', 1)[0] ?? tag
  return (
    texts.find((text) => text.language === language) ??
    texts.find((text) => text.language === primary(language)) ??
    texts.find((text) => primary(text.language) === primary(language)) ??
    texts.find((text) => !text.translated)
  )
}
