/** A part of a printed document, as `platform/documents` expects it. The model does not depend on PDF. */
export type DocumentBlock =
  | { readonly kind: 'title' | 'heading' | 'paragraph' | 'remark'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly {
        readonly heading: string
        readonly share: number
        readonly align?: 'start' | 'end'
      }[]
      readonly rows: readonly (readonly string[])[]
    }
