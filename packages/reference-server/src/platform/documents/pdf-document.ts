/** A document to print: what it says, not how it looks. Times and ids are arguments, so the same input makes the same bytes. */
export interface PdfDocument {
  /** BCP 47, of the text. Arabic and Hebrew are set from the right. */
  readonly language: string
  /**
   * What the file calls itself in a window's title and in its metadata, e.g. `Visit note`. Both are readable without opening the file, so
   * never a name or anything else about a patient.
   */
  readonly title: string
  /** Printed at the head of every page. */
  readonly organization: { readonly name: string; readonly accentColor?: string }
  readonly createdAt: Date
  /** Printed at the foot of every page, e.g. an id and a fingerprint. */
  readonly reference?: string
  /** `Page {page} of {pages}` in the language of the document. */
  readonly pageLabel: string
  readonly blocks: readonly PdfBlock[]
}

export type PdfBlock =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Smaller, in gray: explanations and reservations. */
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Pairs of a label and what it is: who, when, where. */
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'table'; readonly columns: readonly PdfColumn[]; readonly rows: readonly (readonly string[])[] }
  /** Who signed, as what, when, and the fingerprint of what was signed. Kept together on one page. */
  | { readonly kind: 'signature'; readonly lines: readonly string[] }

export interface PdfColumn {
  readonly heading: string
  /** Of the width, in relation to the other columns. */
  readonly share: number
  /** Numbers stand at the end. */
  readonly align?: 'start' | 'end'
}
