/** The content of a printed document, without its layout. Times and ids are arguments, so the same input gives the same bytes. */
export interface PdfDocument {
  /** BCP 47 language of the text. Arabic and Hebrew are set from right to left. */
  readonly language: string
  /**
   * Title in the window and in the metadata, e.g. `Visit note`. Both are readable without opening the file, so it must not contain a name
   * or anything about a patient.
   */
  readonly title: string
  /** Printed at the top of every page. */
  readonly organization: { readonly name: string; readonly accentColor?: string }
  readonly createdAt: Date
  /** Printed at the bottom of every page, e.g. an id and a fingerprint. */
  readonly reference?: string
  /** `Page {page} of {pages}` in the language of the document. */
  readonly pageLabel: string
  /** To whom it is written: above the title of the first page. */
  readonly addressee: PdfAddressee
  readonly blocks: readonly PdfBlock[]
}

/** Each document answers: a letter to the patient has the name and the address that the patient chose (`addresseeOf`). */
export type PdfAddressee =
  | { readonly kind: 'patient'; readonly lines: readonly string[] }
  /** A note or a report that stays with the clinic, or a letter about the patient to another one. */
  | { readonly kind: 'no-patient' }

export type PdfBlock =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Small gray text: explanations and disclaimers. */
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Label and value pairs, such as person, time and location. */
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'table'; readonly columns: readonly PdfColumn[]; readonly rows: readonly (readonly string[])[] }
  /** Signer, role, time, and the fingerprint of the signed text. Kept together on one page. */
  | { readonly kind: 'signature'; readonly lines: readonly string[] }

export interface PdfColumn {
  readonly heading: string
  /** Column width, relative to the other columns. */
  readonly share: number
  /** Numbers use `end`. */
  readonly align?: 'start' | 'end'
}
