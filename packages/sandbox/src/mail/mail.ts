/** A message as its recipient reads it. */
export interface Mail {
  readonly id: string
  readonly from: { readonly name: string; readonly address: string }
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly raw: string
}
